package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Subnet;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.BlockPublicAccessStates;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;

/** Subnets of all VPCs. */
final class SubnetsReader implements Reader<Subnet> {
    private final Clients clients;
    private final PageSize pageSize;

    SubnetsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<Subnet> source() {
        return new Source<>(
                Parts.SUBNETS, Set.of("ec2:DescribeSubnets"), Cadence.FIVE_MINUTES, Set.of(), Set.of(), true, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<Subnet>> page) {
        var pages = clients.ec2().describeSubnetsPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.subnets().stream().map(SubnetsReader::subnet).toList());
        }
    }

    private static Subnet subnet(software.amazon.awssdk.services.ec2.model.Subnet s) {
        var tags = Ec2Tags.of(s.tags());
        return new Subnet(
                Absent.text(s.subnetId()),
                Absent.name(tags, s.subnetId()),
                Absent.text(s.vpcId()),
                Absent.text(s.availabilityZone()),
                Absent.text(s.cidrBlock()),
                Absent.texts(s.ipv6CidrBlockAssociationSet().stream()
                        .filter(a -> a.ipv6CidrBlockState() == null
                                || a.ipv6CidrBlockState().state() == SubnetCidrBlockStateCode.ASSOCIATED)
                        .map(a -> a.ipv6CidrBlock())),
                Absent.number(s.availableIpAddressCount()),
                Absent.yes(s.mapPublicIpOnLaunch()),
                blockMode(s.blockPublicAccessStates()),
                tags);
    }

    /** Partitions without VPC Block Public Access say nothing of it. */
    private static String blockMode(@Nullable BlockPublicAccessStates states) {
        var told = states == null ? "" : Absent.text(states.internetGatewayBlockModeAsString());
        return told.isEmpty() ? "off" : told;
    }
}
