package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ZoneDelegation;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.VPC;

/** The name servers of public zones and the networks of private ones, a call for each zone. */
final class ZoneDelegationsReader implements Reader<ZoneDelegation> {
    private final Clients clients;
    private final FanOut fanOut;

    ZoneDelegationsReader(Clients clients, FanOut fanOut) {
        this.clients = clients;
        this.fanOut = fanOut;
    }

    Source<ZoneDelegation> source() {
        return new Source<>(
                Parts.ZONE_DELEGATIONS,
                Set.of("route53:GetHostedZone"),
                Cadence.QUARTER_HOUR,
                Set.of(Parts.HOSTED_ZONES),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<ZoneDelegation>> page) throws Exception {
        var zones = known.items(Parts.HOSTED_ZONES).stream()
                .map(HostedZone::id)
                .filter(id -> !id.isEmpty()) // it is part of the path, where the client refuses nothing
                .toList();
        var gathered = new Gathered<String, ZoneDelegation>(page);
        fanOut.ask(zones, this::of, gathered);
        gathered.finish(known.items(Parts.ZONE_DELEGATIONS), ZoneDelegation::hostedZoneId);
    }

    private List<ZoneDelegation> of(String zone) {
        try {
            var answer = clients.route53().getHostedZone(r -> r.id(zone));
            var servers = answer.delegationSet() == null
                    ? List.<String>of()
                    : answer.delegationSet().nameServers();
            return List.of(new ZoneDelegation(
                    zone, servers.stream().map(DnsNames::readable).toList(), Absent.texts(answer.vpCs(), VPC::vpcId)));
        } catch (NoSuchHostedZoneException deletedMeanwhile) {
            return List.of();
        }
    }
}
