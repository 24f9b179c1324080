package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Vpc;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;

/** Private networks. */
final class VpcsReader implements Reader<Vpc> {
    private final Clients clients;
    private final PageSize pageSize;

    VpcsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<Vpc> source() {
        return new Source<>(
                Parts.VPCS, Set.of("ec2:DescribeVpcs"), Cadence.FIVE_MINUTES, Set.of(), Set.of(), true, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<Vpc>> page) {
        var pages = clients.ec2().describeVpcsPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.vpcs().stream().map(VpcsReader::vpc).toList());
        }
    }

    private static Vpc vpc(software.amazon.awssdk.services.ec2.model.Vpc v) {
        var tags = Ec2Tags.of(v.tags());
        var more = v.cidrBlockAssociationSet().stream()
                .filter(a ->
                        a.cidrBlockState() == null || a.cidrBlockState().state() == VpcCidrBlockStateCode.ASSOCIATED)
                .map(a -> a.cidrBlock());
        var six = v.ipv6CidrBlockAssociationSet().stream()
                .filter(a -> a.ipv6CidrBlockState() == null
                        || a.ipv6CidrBlockState().state() == VpcCidrBlockStateCode.ASSOCIATED)
                .map(a -> a.ipv6CidrBlock());
        // the first block stands in both places
        var cidrs = Stream.concat(Stream.ofNullable(v.cidrBlock()), more);
        return new Vpc(
                Absent.text(v.vpcId()),
                Absent.name(tags, v.vpcId()),
                Absent.texts(cidrs).stream().distinct().toList(),
                Absent.texts(six),
                Absent.yes(v.isDefault()),
                tags);
    }
}
