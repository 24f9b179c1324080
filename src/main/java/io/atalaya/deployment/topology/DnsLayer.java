package io.atalaya.deployment.topology;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Lead;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Zones with their records; every record that leads into the deployment begins a path. */
final class DnsLayer {
    private final DeploymentIndex index;
    private final TopologyBuilder draft;

    DnsLayer(DeploymentIndex index, TopologyBuilder draft) {
        this.index = index;
        this.draft = draft;
    }

    void add() {
        index.deployment().items(Parts.HOSTED_ZONES).forEach(this::zone);
    }

    private void zone(HostedZone zone) {
        var key = Node.key(zone.ref());
        var rows = new ArrayList<Row>();
        var worst = State.HEALTHY;
        var records = index.records(zone.id()).stream()
                .sorted(Comparator.comparing((RecordSet each) -> !each.name().equals(zone.name()))
                        .thenComparing(RecordSet::name)
                        .thenComparing(RecordSet::recordType)
                        .thenComparing(RecordSet::id))
                .toList();
        for (var record : records) {
            var lead = index.lead(record);
            var condition = Conditions.of(record, lead.kind(), index.healthCheck(record.healthCheckId()));
            worst = worst.worse(condition.state());
            var leads = lead.kind() == Lead.RESOLVED || lead.kind() == Lead.DANGLING;
            rows.add(new Row(record.ref(), record.name(), record.recordType(), condition, leads));
            for (var target : lead.resources()) {
                draft.edge(new Edge(key, record.ref(), Node.key(target), flow(condition.state()), 1));
            }
        }
        var kind = zone.isPrivate() ? "privateZone" : "publicZone";
        draft.node(new Node(
                key,
                zone.ref(),
                NodeKind.ZONE,
                zone.name(),
                Condition.of(worst, worst.name().toLowerCase(java.util.Locale.ROOT)),
                List.of(Line.keyed(kind, String.valueOf(zone.recordCount()))),
                rows,
                Place.NOWHERE,
                List.of(Parts.HOSTED_ZONES, Parts.RECORD_SETS)));
    }

    private static Flow flow(State state) {
        return state == State.DEGRADED ? Flow.PASSES : Flow.of(state);
    }
}
