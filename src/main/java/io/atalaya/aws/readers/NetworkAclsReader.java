package io.atalaya.aws.readers;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.RuleAction;

/** Network ACLs with their entries by rising number, as they are evaluated. */
final class NetworkAclsReader implements Reader<NetworkAcl> {
    private final Clients clients;
    private final PageSize pageSize;

    NetworkAclsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<NetworkAcl> source() {
        return new Source<>(
                Parts.NETWORK_ACLS, Set.of("ec2:DescribeNetworkAcls"), Cadence.MINUTE, Set.of(), Set.of(), true, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<NetworkAcl>> page) {
        var pages = clients.ec2().describeNetworkAclsPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(
                    answer.networkAcls().stream().map(NetworkAclsReader::acl).toList());
        }
    }

    private static NetworkAcl acl(software.amazon.awssdk.services.ec2.model.NetworkAcl a) {
        var tags = Ec2Tags.of(a.tags());
        return new NetworkAcl(
                Absent.text(a.networkAclId()),
                Absent.name(tags, a.networkAclId()),
                Absent.text(a.vpcId()),
                Absent.yes(a.isDefault()),
                Absent.texts(a.associations(), NetworkAclAssociation::subnetId),
                a.entries().stream()
                        .map(NetworkAclsReader::entry)
                        .sorted(Comparator.comparing(AclEntry::egress).thenComparingInt(AclEntry::number))
                        .toList(),
                tags);
    }

    private static AclEntry entry(NetworkAclEntry e) {
        var ports = e.portRange();
        var icmp = e.icmpTypeCode();
        return new AclEntry(
                Absent.yes(e.egress()),
                Absent.number(e.ruleNumber()),
                Absent.text(e.protocol(), "-1"),
                e.ruleAction() == RuleAction.ALLOW,
                Absent.text(e.cidrBlock(), Absent.text(e.ipv6CidrBlock())),
                ports == null ? null : ports.from(),
                ports == null ? null : ports.to(),
                icmp == null ? null : icmp.type(),
                icmp == null ? null : icmp.code());
    }
}
