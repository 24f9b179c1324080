package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.Address;

/** Elastic IP addresses; EC2 sends them all at once. */
final class ElasticIpsReader implements Reader<ElasticIp> {
    private final Clients clients;

    ElasticIpsReader(Clients clients) {
        this.clients = clients;
    }

    Source<ElasticIp> source() {
        return new Source<>(
                Parts.ELASTIC_IPS, Set.of("ec2:DescribeAddresses"), Cadence.MINUTE, Set.of(), Set.of(), false, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<ElasticIp>> page) {
        page.accept(clients.ec2().describeAddresses().addresses().stream()
                .map(ElasticIpsReader::address)
                .toList());
    }

    private static ElasticIp address(Address a) {
        var tags = Ec2Tags.of(a.tags());
        // addresses from before VPCs have no allocation
        var id = Absent.text(a.allocationId(), Absent.text(a.publicIp()));
        return new ElasticIp(
                id,
                Absent.name(tags, id),
                Absent.text(a.publicIp()),
                Absent.orNull(a.associationId()),
                Absent.orNull(a.instanceId()),
                Absent.orNull(a.networkInterfaceId()),
                Absent.orNull(a.privateIpAddress()),
                tags);
    }
}
