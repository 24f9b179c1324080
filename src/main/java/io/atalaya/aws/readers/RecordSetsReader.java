package io.atalaya.aws.readers;

import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Record sets of all zones, a call for every 300 of each zone. */
final class RecordSetsReader implements Reader<RecordSet> {
    private final Clients clients;
    private final PageSize pageSize;
    private final FanOut fanOut;

    RecordSetsReader(Clients clients, PageSize pageSize, FanOut fanOut) {
        this.clients = clients;
        this.pageSize = pageSize;
        this.fanOut = fanOut;
    }

    Source<RecordSet> source() {
        return new Source<>(
                Parts.RECORD_SETS,
                Set.of("route53:ListResourceRecordSets"),
                Cadence.FIVE_MINUTES,
                Set.of(Parts.HOSTED_ZONES),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<RecordSet>> page) throws Exception {
        var zones = known.items(Parts.HOSTED_ZONES).stream().map(HostedZone::id).toList();
        var gathered = new Gathered<String, RecordSet>(page);
        fanOut.ask(zones, this::ofZone, gathered);
        gathered.finish(known.items(Parts.RECORD_SETS), RecordSet::hostedZoneId);
    }

    private List<RecordSet> ofZone(String zone) {
        var records = new ArrayList<RecordSet>();
        var size = String.valueOf(pageSize.within(1, 300));
        try {
            clients.route53()
                    .listResourceRecordSetsPaginator(r -> r.hostedZoneId(zone).maxItems(size))
                    .forEach(answer -> answer.resourceRecordSets().forEach(set -> records.add(records(zone, set))));
        } catch (NoSuchHostedZoneException deletedMeanwhile) {
            return List.of();
        }
        return records;
    }

    private static RecordSet records(String zone, ResourceRecordSet set) {
        return new RecordSet(
                zone,
                DnsNames.readable(set.name()),
                Absent.text(set.typeAsString()),
                set.ttl(),
                Absent.texts(set.resourceRecords(), ResourceRecord::value),
                alias(set.aliasTarget()),
                set.setIdentifier(),
                routing(set),
                Absent.orNull(set.healthCheckId()));
    }

    private static @Nullable AliasTarget alias(
            software.amazon.awssdk.services.route53.model.@Nullable AliasTarget alias) {
        return alias == null
                ? null
                : new AliasTarget(
                        DnsNames.readable(alias.dnsName()),
                        Absent.text(alias.hostedZoneId()),
                        Absent.yes(alias.evaluateTargetHealth()));
    }

    /** By the field that is there: a record set has one policy. */
    private static String routing(ResourceRecordSet set) {
        if (set.failoverAsString() != null) {
            return "failover " + set.failoverAsString();
        }
        if (set.weight() != null) {
            return "weighted " + set.weight();
        }
        if (set.regionAsString() != null) {
            return "latency " + set.regionAsString();
        }
        var place = set.geoLocation();
        if (place != null) {
            return "geolocation "
                    + Absent.text(place.countryCode(), Absent.text(place.continentCode()))
                    + (place.subdivisionCode() == null ? "" : "-" + place.subdivisionCode());
        }
        if (set.geoProximityLocation() != null) {
            return "geoproximity";
        }
        if (set.cidrRoutingConfig() != null) {
            return "ip-based";
        }
        return Absent.yes(set.multiValueAnswer()) ? "multivalue" : "simple";
    }
}
