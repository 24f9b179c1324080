package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** DNS zones of the account, which are of no region. */
final class HostedZonesReader implements Reader<HostedZone> {
    private final Clients clients;
    private final PageSize pageSize;

    HostedZonesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<HostedZone> source() {
        return new Source<>(
                Parts.HOSTED_ZONES,
                Set.of("route53:ListHostedZones"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<HostedZone>> page) {
        var size = String.valueOf(pageSize.within(1, 100));
        for (var answer : clients.route53().listHostedZonesPaginator(r -> r.maxItems(size))) {
            page.accept(
                    answer.hostedZones().stream().map(HostedZonesReader::zone).toList());
        }
    }

    private static HostedZone zone(software.amazon.awssdk.services.route53.model.HostedZone z) {
        var config = z.config();
        return new HostedZone(
                DnsNames.id(z.id()),
                DnsNames.readable(z.name()),
                config != null && Absent.yes(config.privateZone()),
                Absent.number(z.resourceRecordSetCount()),
                config == null ? null : Absent.orNull(config.comment()));
    }
}
