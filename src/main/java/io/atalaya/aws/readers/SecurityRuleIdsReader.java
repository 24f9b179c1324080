package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityRuleId;
import io.atalaya.deployment.SecurityRuleId.Meant;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/**
 * The ids of the rules of security groups, by which one is taken away. A source of its own, so that whoever may not read them
 * still sees what the groups let through.
 */
final class SecurityRuleIdsReader implements Reader<SecurityRuleId> {
    private final Clients clients;
    private final PageSize pageSize;
    private final PageMemory<SecurityRuleId> memory = new PageMemory<>();

    SecurityRuleIdsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<SecurityRuleId> source() {
        return new Source<>(
                Parts.SECURITY_RULE_IDS,
                Set.of("ec2:DescribeSecurityGroupRules"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<SecurityRuleId>> page) {
        var reading = memory.begin();
        var pages = clients.ec2().describeSecurityGroupRulesPaginator(r -> r.maxResults(pageSize.within(5, 1000))
                .overrideConfiguration(reading::remember));
        reading.read(
                pages,
                answer -> answer.securityGroupRules().stream()
                        .filter(rule -> rule.securityGroupRuleId() != null)
                        .map(SecurityRuleIdsReader::id)
                        .toList(),
                answer -> answer.nextToken(),
                page);
    }

    private static SecurityRuleId id(SecurityGroupRule r) {
        var peer = r.referencedGroupInfo();
        return new SecurityRuleId(
                Absent.text(r.securityGroupRuleId()),
                new Meant(
                        Absent.text(r.groupId()),
                        !Absent.yes(r.isEgress()),
                        Absent.text(r.ipProtocol(), "-1"),
                        port(r.fromPort()),
                        port(r.toPort()),
                        Absent.orNull(Absent.text(r.cidrIpv4(), Absent.text(r.cidrIpv6()))),
                        peer == null ? null : Absent.orNull(peer.groupId()),
                        Absent.orNull(r.prefixListId())));
    }

    private static int port(@Nullable Integer port) {
        return port == null ? -1 : port;
    }
}
