package io.atalaya.sandbox.perimeter;

import static io.atalaya.sandbox.world.kit.PerimeterMaker.ALL;
import static io.atalaya.sandbox.world.kit.PerimeterMaker.TCP;
import static io.atalaya.sandbox.world.kit.PerimeterMaker.entry;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.checkop.Ids;
import io.atalaya.sandbox.world.kit.PerimeterMaker;
import io.atalaya.sandbox.world.kit.Tagging;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;

/** What network ACLs stop: on the way there, on the way back, by their order. */
final class AclFaults {
    private static final PerimeterMaker VPC =
            new PerimeterMaker(Ids.ACCOUNT, Ids.REGION, Ids.VPC, new Tagging(Map.of()));
    private static final String INSIDE = "10.20.0.0/16";

    private AclFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.timeout(
                        "acl-denies-in",
                        "nacl-public has a deny of TCP 8080 inbound before what allows it",
                        w -> add(w, Ids.ACL_PUBLIC, deny(90, false, 8080, 8080, INSIDE))),
                Fault.timeout(
                        "acl-denies-out",
                        "nacl-public has a deny of TCP 8080 outbound before what allows all",
                        w -> add(w, Ids.ACL_PUBLIC, deny(90, true, 8080, 8080, INSIDE))),
                Fault.timeout(
                        "acl-denies-one-subnet",
                        "nacl-public denies everything from 10.20.0.0/24, where a node of the balancer stands",
                        w -> add(w, Ids.ACL_PUBLIC, deny(20, false, 0, 65_535, "10.20.0.0/24"))),
                Fault.timeout(
                        "acl-order-shadows",
                        "entry 125 denies TCP 8000-8999 before entry 130, which allows 8080",
                        w -> add(w, Ids.ACL_PUBLIC, deny(125, false, 8000, 8999, INSIDE))),
                Fault.timeout(
                        "acl-without-answers-out",
                        "the ACL of public-1d lets no answers out: only TCP 443",
                        w -> own(
                                w,
                                Ids.PUBLIC_1D,
                                entry(100, false, ALL, "0.0.0.0/0", null, null),
                                entry(100, true, TCP, "0.0.0.0/0", 443, 443))),
                Fault.timeout(
                        "acl-answers-too-narrow",
                        "the ACL of public-1d lets answers out to 32768-61000, and balancers come from 1024-65535",
                        w -> own(
                                w,
                                Ids.PUBLIC_1D,
                                entry(100, false, ALL, "0.0.0.0/0", null, null),
                                entry(100, true, TCP, "0.0.0.0/0", 32_768, 61_000))),
                Fault.timeout(
                        "acl-without-answers-in",
                        "the ACL of public-1a lets answers to the balancer's node not in",
                        w -> own(
                                w,
                                Ids.PUBLIC_1A,
                                entry(100, false, TCP, "0.0.0.0/0", 443, 443),
                                entry(110, false, TCP, "0.0.0.0/0", 80, 80),
                                entry(120, false, TCP, INSIDE, 8080, 8081),
                                entry(100, true, ALL, "0.0.0.0/0", null, null))));
    }

    private static NetworkAclEntry deny(int number, boolean egress, int from, int to, String cidr) {
        return entry(number, egress, TCP, cidr, from, to).toBuilder()
                .ruleAction("deny")
                .build();
    }

    private static void add(World world, String id, NetworkAclEntry entry) {
        NetworkAcl acl = world.network().acls().get(id);
        var entries = new ArrayList<>(acl.entries());
        entries.add(entry);
        entries.sort(Comparator.comparing(NetworkAclEntry::egress).thenComparing(NetworkAclEntry::ruleNumber));
        world.network().entriesChanged(acl.toBuilder().entries(entries).build());
    }

    /** Gives a subnet an ACL of its own. */
    private static void own(World world, String subnet, NetworkAclEntry... entries) {
        world.network().acls().change(Ids.ACL_PUBLIC, acl -> acl.toBuilder()
                .associations(acl.associations().stream()
                        .filter(a -> !subnet.equals(a.subnetId()))
                        .toList())
                .build());
        world.network()
                .entriesChanged(VPC.acl("acl-0bad0bad0bad0bad0", "nacl-nueva", List.of(entries), List.of(subnet)));
    }
}
