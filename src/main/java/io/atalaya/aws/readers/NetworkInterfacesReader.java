package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceIpv6Address;

/** All network interfaces: tens of thousands in a large account, so that pages that did not change are not read twice. */
final class NetworkInterfacesReader implements Reader<NetworkInterface> {
    private final Clients clients;
    private final PageSize pageSize;
    private final PageMemory<NetworkInterface> memory = new PageMemory<>();

    NetworkInterfacesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<NetworkInterface> source() {
        return new Source<>(
                Parts.NETWORK_INTERFACES,
                Set.of("ec2:DescribeNetworkInterfaces"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<NetworkInterface>> page) {
        var reading = memory.begin();
        var pages = clients.ec2().describeNetworkInterfacesPaginator(r -> r.maxResults(pageSize.within(5, 1000))
                .overrideConfiguration(reading::remember));
        reading.read(
                pages,
                answer -> answer.networkInterfaces().stream()
                        .map(NetworkInterfacesReader::card)
                        .toList(),
                answer -> answer.nextToken(),
                page);
    }

    private static NetworkInterface card(software.amazon.awssdk.services.ec2.model.NetworkInterface n) {
        var tags = Ec2Tags.of(n.tagSet());
        var first = Stream.ofNullable(n.privateIpAddress());
        var all = n.privateIpAddresses().stream().map(each -> each.privateIpAddress());
        return new NetworkInterface(
                Absent.text(n.networkInterfaceId()),
                Absent.name(tags, n.networkInterfaceId()),
                Absent.text(n.vpcId()),
                Absent.text(n.subnetId()),
                Absent.text(n.availabilityZone()),
                Absent.text(n.interfaceTypeAsString()),
                Absent.text(n.description()),
                Absent.text(n.statusAsString()),
                Absent.texts(Stream.concat(first, all)).stream().distinct().toList(),
                Absent.texts(n.ipv6Addresses(), NetworkInterfaceIpv6Address::ipv6Address),
                n.association() == null ? null : Absent.orNull(n.association().publicIp()),
                publicIps(n),
                Absent.texts(n.groups(), GroupIdentifier::groupId),
                n.attachment() == null ? null : Absent.orNull(n.attachment().instanceId()),
                // whoever does not say otherwise checks
                !Boolean.FALSE.equals(n.sourceDestCheck()),
                Absent.orNull(n.requesterId()),
                tags);
    }

    /** Every private address has an association of its own; that of the primary one is told once more for the interface. */
    private static Map<String, String> publicIps(software.amazon.awssdk.services.ec2.model.NetworkInterface n) {
        var all = new HashMap<String, String>();
        if (n.privateIpAddress() != null
                && n.association() != null
                && n.association().publicIp() != null) {
            all.put(n.privateIpAddress(), n.association().publicIp());
        }
        for (var each : n.privateIpAddresses()) {
            if (each.privateIpAddress() != null
                    && each.association() != null
                    && each.association().publicIp() != null) {
                all.put(each.privateIpAddress(), each.association().publicIp());
            }
        }
        return all;
    }
}
