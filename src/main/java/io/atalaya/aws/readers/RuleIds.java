package io.atalaya.aws.readers;

import io.atalaya.deployment.SecurityRule;
import io.atalaya.watch.CallFailedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** The ids of the rules of security groups (ec2:DescribeSecurityGroupRules), found by what the rules say. */
final class RuleIds {
    static final String CALL = "ec2:DescribeSecurityGroupRules";

    private final Clients clients;
    private final PageSize pageSize;
    private final PageMemory<Named> memory = new PageMemory<>();

    RuleIds(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    /** What a rule lets through. EC2 writes all ports now as -1, now as nothing. */
    private record Key(
            String group,
            boolean ingress,
            String protocol,
            int from,
            int to,
            @Nullable String cidr,
            @Nullable String peer,
            @Nullable String prefixList) {}

    private record Named(Key key, String id) {}

    /** The ids of one read. */
    record Found(Map<Key, String> byRule) {
        static final Found NONE = new Found(Map.of());

        Found {
            byRule = Map.copyOf(byRule);
        }

        /** The rule with its id, where it has one. */
        SecurityRule named(String groupId, SecurityRule r) {
            var id = byRule.get(new Key(
                    groupId,
                    r.ingress(),
                    r.protocol(),
                    port(r.fromPort()),
                    port(r.toPort()),
                    r.cidr(),
                    r.groupId(),
                    r.prefixListId()));
            return new SecurityRule(
                    r.ingress(),
                    r.protocol(),
                    r.fromPort(),
                    r.toPort(),
                    r.cidr(),
                    r.groupId(),
                    r.prefixListId(),
                    r.description(),
                    id,
                    r.groupOwner());
        }
    }

    Found read() throws CallFailedException {
        var ids = new HashMap<Key, String>();
        Calls.named(CALL, () -> {
            var reading = memory.begin();
            reading.read(
                    clients.ec2().describeSecurityGroupRulesPaginator(r -> r.maxResults(pageSize.within(5, 1000))
                            .overrideConfiguration(reading::remember)),
                    answer -> answer.securityGroupRules().stream()
                            .filter(rule -> rule.securityGroupRuleId() != null)
                            .map(RuleIds::named)
                            .toList(),
                    answer -> answer.nextToken(),
                    some -> some.forEach(each -> ids.put(each.key(), each.id())));
            return List.of();
        });
        return new Found(ids);
    }

    private static Named named(SecurityGroupRule r) {
        var peer = r.referencedGroupInfo();
        var cidr = Absent.text(r.cidrIpv4(), Absent.text(r.cidrIpv6()));
        return new Named(
                new Key(
                        Absent.text(r.groupId()),
                        !Absent.yes(r.isEgress()),
                        Absent.text(r.ipProtocol(), "-1"),
                        port(r.fromPort()),
                        port(r.toPort()),
                        Absent.orNull(cidr),
                        peer == null ? null : Absent.orNull(peer.groupId()),
                        Absent.orNull(r.prefixListId())),
                Absent.text(r.securityGroupRuleId()));
    }

    private static int port(@Nullable Integer port) {
        return port == null ? -1 : port;
    }
}
