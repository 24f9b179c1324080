package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclEntryResponse;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryResponse;

/** Entries of network ACLs: by direction and number, 20 of each unless somebody asked for more. */
final class Ec2AclChanges {
    private static final int LAST_NUMBER = 32766;
    private static final int MOST_ENTRIES = 20;

    private Ec2AclChanges() {}

    static void register(Operations ec2) {
        ec2.on(
                        "CreateNetworkAclEntry",
                        CreateNetworkAclEntryRequest.class,
                        CreateNetworkAclEntryResponse.class,
                        Ec2AclChanges::create)
                .on(
                        "ReplaceNetworkAclEntry",
                        ReplaceNetworkAclEntryRequest.class,
                        ReplaceNetworkAclEntryResponse.class,
                        Ec2AclChanges::replace)
                .on(
                        "DeleteNetworkAclEntry",
                        DeleteNetworkAclEntryRequest.class,
                        DeleteNetworkAclEntryResponse.class,
                        Ec2AclChanges::delete);
    }

    private static CreateNetworkAclEntryResponse create(World world, CreateNetworkAclEntryRequest r, Call call) {
        var acl = acl(world, r.networkAclId());
        var entry = NetworkAclEntry.builder()
                .ruleNumber(r.ruleNumber())
                .egress(r.egress())
                .protocol(r.protocol())
                .ruleAction(r.ruleAction())
                .cidrBlock(r.cidrBlock())
                .ipv6CidrBlock(r.ipv6CidrBlock())
                .portRange(r.portRange())
                .icmpTypeCode(r.icmpTypeCode())
                .build();
        check(entry);
        if (at(acl, entry.ruleNumber(), entry.egress()) != null) {
            throw new WireFault(
                    400,
                    "NetworkAclEntryAlreadyExists",
                    "The network acl entry identified by " + entry.ruleNumber() + " already exists.");
        }
        long same = acl.entries().stream()
                .filter(e -> e.egress().equals(entry.egress()) && e.ruleNumber() <= LAST_NUMBER)
                .count();
        if (same >= MOST_ENTRIES) {
            throw new WireFault(
                    400, "NetworkAclEntryLimitExceeded", "The maximum number of network ACL entries has been reached.");
        }
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        put(world, acl, null, entry);
        return CreateNetworkAclEntryResponse.builder().build();
    }

    private static ReplaceNetworkAclEntryResponse replace(World world, ReplaceNetworkAclEntryRequest r, Call call) {
        var acl = acl(world, r.networkAclId());
        var entry = NetworkAclEntry.builder()
                .ruleNumber(r.ruleNumber())
                .egress(r.egress())
                .protocol(r.protocol())
                .ruleAction(r.ruleAction())
                .cidrBlock(r.cidrBlock())
                .ipv6CidrBlock(r.ipv6CidrBlock())
                .portRange(r.portRange())
                .icmpTypeCode(r.icmpTypeCode())
                .build();
        check(entry);
        var old = existing(acl, entry.ruleNumber(), entry.egress());
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        put(world, acl, old, entry);
        return ReplaceNetworkAclEntryResponse.builder().build();
    }

    private static DeleteNetworkAclEntryResponse delete(World world, DeleteNetworkAclEntryRequest r, Call call) {
        var acl = acl(world, r.networkAclId());
        var old = existing(acl, number(r.ruleNumber()), Boolean.TRUE.equals(r.egress()));
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        put(world, acl, old, null);
        return DeleteNetworkAclEntryResponse.builder().build();
    }

    private static NetworkAcl acl(World world, @Nullable String id) {
        return world.network()
                .acls()
                .find(String.valueOf(id))
                .orElseThrow(() -> Ec2Addresses.ACLS.notFound(List.of(String.valueOf(id))));
    }

    private static void check(NetworkAclEntry e) {
        number(e.ruleNumber());
        if (e.protocol() == null || e.ruleAction() == null || e.egress() == null) {
            throw new WireFault(
                    400, "MissingParameter", "The request must contain the parameters protocol, ruleAction and egress");
        }
        if ((e.cidrBlock() == null) == (e.ipv6CidrBlock() == null)) {
            throw invalid("Exactly one of the parameters cidrBlock and ipv6CidrBlock must be specified.");
        }
        boolean ports = e.protocol().equals("6") || e.protocol().equals("17");
        if (ports
                && (e.portRange() == null
                        || e.portRange().from() == null
                        || e.portRange().to() == null)) {
            throw invalid("Invalid value for portRange. Must specify both from and to ports with TCP/UDP.");
        }
        boolean icmp = e.protocol().equals("1") || e.protocol().equals("58");
        if (icmp
                && (e.icmpTypeCode() == null
                        || e.icmpTypeCode().type() == null
                        || e.icmpTypeCode().code() == null)) {
            throw invalid("Invalid value for icmpTypeCode. Must specify both type and code with ICMP.");
        }
    }

    private static int number(@Nullable Integer number) {
        if (number == null || number < 1 || number > LAST_NUMBER) {
            throw invalid("Value (" + number + ") for parameter ruleNumber is invalid. It must be between 1 and "
                    + LAST_NUMBER + ".");
        }
        return number;
    }

    private static @Nullable NetworkAclEntry at(NetworkAcl acl, int number, boolean egress) {
        return acl.entries().stream()
                .filter(e -> e.ruleNumber() == number && e.egress() == egress)
                .findFirst()
                .orElse(null);
    }

    private static NetworkAclEntry existing(NetworkAcl acl, int number, boolean egress) {
        var old = at(acl, number, egress);
        if (old == null) {
            throw new WireFault(
                    400,
                    "InvalidNetworkAclEntry.NotFound",
                    "The network acl entry identified by " + number + " does not exist.");
        }
        return old;
    }

    private static void put(
            World world, NetworkAcl acl, @Nullable NetworkAclEntry old, @Nullable NetworkAclEntry entry) {
        var entries = new ArrayList<>(acl.entries());
        if (old != null) {
            entries.remove(old);
        }
        if (entry != null) {
            entries.add(entry);
        }
        entries.sort(Comparator.comparing(NetworkAclEntry::egress).thenComparing(NetworkAclEntry::ruleNumber));
        world.network().entriesChanged(acl.toBuilder().entries(entries).build());
    }

    private static WireFault invalid(String message) {
        return new WireFault(400, "InvalidParameterValue", message);
    }
}
