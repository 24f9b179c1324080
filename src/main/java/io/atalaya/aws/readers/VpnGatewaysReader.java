package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.VpnGateway;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;

/** The VPCs' ends of VPN connections. EC2 has no pages here. */
final class VpnGatewaysReader implements Reader<VpnGateway> {
    private final Clients clients;

    VpnGatewaysReader(Clients clients) {
        this.clients = clients;
    }

    Source<VpnGateway> source() {
        return new Source<>(
                Parts.VPN_GATEWAYS,
                Set.of("ec2:DescribeVpnGateways"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<VpnGateway>> page) {
        page.accept(clients.ec2().describeVpnGateways().vpnGateways().stream()
                .map(VpnGatewaysReader::gateway)
                .toList());
    }

    private static VpnGateway gateway(software.amazon.awssdk.services.ec2.model.VpnGateway g) {
        var tags = Ec2Tags.of(g.tags());
        return new VpnGateway(
                Absent.text(g.vpnGatewayId()),
                Absent.name(tags, g.vpnGatewayId()),
                Absent.text(g.stateAsString()),
                Absent.texts(g.vpcAttachments().stream()
                        .filter(each -> each.state() == AttachmentStatus.ATTACHED)
                        .map(each -> each.vpcId())),
                tags);
    }
}
