package io.atalaya.deployment.facts;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Lead;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceType;
import java.util.List;
import java.util.Map;

/** Facts of DNS zones, records and health checks, of alarms and of log groups. */
final class DnsFacts {
    private DnsFacts() {}

    static List<Fact> of(HostedZone zone, DeploymentIndex index) {
        return new FactList(index, Parts.HOSTED_ZONES)
                .words("zoneKind", zone.isPrivate() ? "fact.private" : "fact.public")
                .mono("recordSets", zone.recordCount())
                .text("comment", zone.comment())
                .done();
    }

    static List<Fact> of(RecordSet records, DeploymentIndex index) {
        var facts = new FactList(index, Parts.RECORD_SETS)
                .text("recordType", records.recordType())
                .link("hostedZone", ResourceType.HOSTED_ZONE, records.hostedZoneId())
                .text("routing", records.routing())
                .text("setIdentifier", records.setIdentifier())
                .mono("ttl", records.ttlSeconds() == null ? null : records.ttlSeconds() + " s");
        records.values().forEach(value -> facts.id("value", value));
        var alias = records.alias();
        if (alias != null) {
            facts.id("alias", alias.dnsName()).yesNo("evaluatesHealth", alias.evaluatesHealth());
        }
        var lead = index.lead(records);
        lead.resources().forEach(ref -> facts.link("leadsTo", ref.type(), ref.id()));
        if (lead.kind() == Lead.DANGLING) {
            facts.words("leadsTo", "fact.dangling");
        }
        return facts.link("healthCheck", ResourceType.HEALTH_CHECK, records.healthCheckId())
                .done();
    }

    static List<Fact> of(HealthCheck check, DeploymentIndex index) {
        var facts = new FactList(index, Parts.HEALTH_CHECKS)
                .text("checkType", check.checkType())
                .id("host", check.host())
                .mono("port", check.port())
                .mono("path", check.path())
                .yesNo("disabled", check.disabled())
                .yesNo("inverted", check.inverted());
        check.checkers().forEach(each -> facts.text("checker", each.region() + " · " + each.status()));
        return facts.done();
    }

    static List<Fact> of(LogGroup group, DeploymentIndex index) {
        var days = group.retentionDays();
        var facts = new FactList(index, Parts.LOG_GROUPS);
        (days == null ? facts.words("retention", "fact.forever") : facts.words("retention", "fact.days", days))
                .mono("size", Sizes.bytes(group.storedBytes()))
                .moment("created", group.createdAt());
        return facts.done();
    }

    /** The alarms that a rule names, each with the state it is in; one that is not there is an id. */
    private static void below(Alarm alarm, DeploymentIndex index, FactList facts) {
        for (var named : alarm.children()) {
            index.deployment().items(Parts.ALARMS).stream()
                    .filter(each -> each.isCalled(named))
                    .findFirst()
                    .ifPresentOrElse(
                            each -> facts.link("alarmBelow", each.ref(), each.name() + " · " + each.state()),
                            () -> facts.id("alarmBelow", named));
        }
    }

    static List<Fact> of(Alarm alarm, DeploymentIndex index) {
        var facts = new FactList(index, Parts.ALARMS)
                .text("state", alarm.state())
                .text("stateReason", alarm.stateReason())
                .moment("changed", alarm.stateChangedAt())
                .text("description", alarm.description());
        var metric = alarm.metric();
        if (metric != null) {
            facts.text("metric", metric.namespace() + " " + metric.metric() + " " + metric.statistic());
            metric.dimensions().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each -> facts.id("dimension", each.getKey() + "=" + each.getValue()));
        }
        var comparison = alarm.comparison() == null ? "" : alarm.comparison() + " ";
        facts.mono("threshold", alarm.threshold() == null ? null : comparison + alarm.threshold())
                .yesNo("actionsEnabled", alarm.actionsEnabled())
                .yesNo("composite", alarm.composite())
                .text("alarmRule", alarm.rule());
        below(alarm, index, facts);
        return facts.done();
    }
}
