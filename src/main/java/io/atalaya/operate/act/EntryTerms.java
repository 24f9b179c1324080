package io.atalaya.operate.act;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What EC2 takes for an entry of a network ACL, and how it is sent. */
final class EntryTerms {
    /** The one after it is the final deny, which nobody can change. */
    private static final int LAST = 32_766;

    private static final Set<String> WITH_PORTS = Set.of("6", "17");
    private static final Set<String> ICMP = Set.of("1", "58");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,2}");

    private EntryTerms() {}

    static void number(String networkAclId, int number) {
        Input.identifier(networkAclId);
        Input.range("operate.input.entryNumber", number, 1, LAST);
    }

    static void check(String networkAclId, AclEntry entry) {
        number(networkAclId, entry.number());
        Input.require(Blocks.isBlock(entry.cidr()), "operate.input.block");
        var from = entry.fromPort();
        var to = entry.toPort();
        if (WITH_PORTS.contains(entry.protocol())) {
            Input.require(
                    from != null && to != null && from >= 0 && to <= 65_535 && from <= to, "operate.input.portRange");
            return;
        }
        Input.require(from == null && to == null, "operate.input.noPorts");
        if (ICMP.contains(entry.protocol())) {
            Input.require(isIcmp(entry.icmpType()) && isIcmp(entry.icmpCode()), "operate.input.icmp");
            return;
        }
        var numbered = NUMBER.matcher(entry.protocol()).matches() && Integer.parseInt(entry.protocol()) <= 255;
        Input.require(entry.protocol().equals("-1") || numbered, "operate.input.entryProtocol");
    }

    private static boolean isIcmp(@Nullable Integer number) {
        return number != null && number >= -1 && number <= 255;
    }

    static AwsRequest request(String operation, String networkAclId, AclEntry entry) {
        var ports = entry.fromPort() == null
                ? null
                : new Structure()
                        .with("From", entry.fromPort())
                        .with("To", entry.toPort())
                        .map();
        var icmp = entry.icmpType() == null
                ? null
                : new Structure()
                        .with("Type", entry.icmpType())
                        .with("Code", entry.icmpCode())
                        .map();
        return AwsRequest.of(Service.EC2, operation)
                .with("NetworkAclId", networkAclId)
                .with("RuleNumber", entry.number())
                .with("Egress", entry.egress())
                .with("RuleAction", entry.allow() ? "allow" : "deny")
                .with("Protocol", entry.protocol())
                .with(Blocks.isSix(entry.cidr()) ? "Ipv6CidrBlock" : "CidrBlock", entry.cidr())
                .with("PortRange", ports)
                .with("IcmpTypeCode", icmp);
    }

    /** Watches until the ACL's entry of that direction and number is so. */
    static Settling until(String networkAclId, boolean egress, int number, Predicate<@Nullable AclEntry> reached) {
        return Watched.until(
                Parts.NETWORK_ACLS,
                acl -> acl.id().equals(networkAclId),
                acl -> reached.test(at(acl, egress, number).orElse(null)));
    }

    static Optional<AclEntry> at(NetworkAcl acl, boolean egress, int number) {
        return acl.entries().stream()
                .filter(each -> each.egress() == egress && each.number() == number)
                .findFirst();
    }

    static Optional<AclEntry> at(Deployment deployment, String networkAclId, boolean egress, int number) {
        return deployment
                .index()
                .find(NetworkAcl.class, ResourceType.NETWORK_ACL, networkAclId)
                .flatMap(acl -> at(acl, egress, number));
    }

    static boolean means(@Nullable AclEntry one, AclEntry other) {
        return one != null
                && one.egress() == other.egress()
                && one.number() == other.number()
                && one.allow() == other.allow()
                && one.protocol().equals(other.protocol())
                && Blocks.same(one.cidr(), other.cidr())
                && Objects.equals(one.fromPort(), other.fromPort())
                && Objects.equals(one.toPort(), other.toPort())
                && (!ICMP.contains(other.protocol())
                        || (Objects.equals(one.icmpType(), other.icmpType())
                                && Objects.equals(one.icmpCode(), other.icmpCode())));
    }
}
