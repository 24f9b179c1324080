package io.atalaya.ui.acting;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.RecordSet;
import io.atalaya.operate.act.DeleteRecord;
import io.atalaya.operate.act.DisableAlarmActions;
import io.atalaya.operate.act.DisableHealthCheck;
import io.atalaya.operate.act.EnableAlarmActions;
import io.atalaya.operate.act.EnableHealthCheck;
import io.atalaya.operate.act.UpsertRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What can be done with records, health checks and alarms. */
final class DnsActs {
    private static final String WEIGHTED = "weighted ";

    private DnsActs() {}

    static Stream<ActOffer> of(HealthCheck check) {
        return Stream.of(
                check.disabled()
                        ? ActOffer.plain("EnableHealthCheck", check.ref(), () -> new EnableHealthCheck(check.id()))
                        : ActOffer.plain("DisableHealthCheck", check.ref(), () -> new DisableHealthCheck(check.id())));
    }

    static Stream<ActOffer> of(Alarm alarm) {
        return Stream.concat(silence(alarm), AlarmActs.of(alarm));
    }

    private static Stream<ActOffer> silence(Alarm alarm) {
        return Stream.of(
                alarm.actionsEnabled()
                        ? ActOffer.plain(
                                "DisableAlarmActions",
                                alarm.ref(),
                                () -> new DisableAlarmActions(alarm.arn(), alarm.name()))
                        : ActOffer.plain(
                                "EnableAlarmActions",
                                alarm.ref(),
                                () -> new EnableAlarmActions(alarm.arn(), alarm.name())));
    }

    static Stream<ActOffer> of(RecordSet record) {
        return Stream.of(
                ActOffer.of(
                        UpsertRecord.class,
                        record.ref(),
                        () -> fields(record),
                        values -> new UpsertRecord(filled(record, values))),
                ActOffer.plain("DeleteRecord", record.ref(), () -> new DeleteRecord(record)));
    }

    private static List<ActField> fields(RecordSet record) {
        var fields = new ArrayList<ActField>();
        var alias = record.alias();
        if (alias == null) {
            fields.add(new ActField.Text("values", String.join("\n", record.values()), true, 4, "192.0.2.1"));
            fields.add(new ActField.Number("ttlSeconds", String.valueOf(ttl(record)), true, "300"));
        } else {
            fields.add(new ActField.Text("dnsName", alias.dnsName(), true, 1, alias.dnsName()));
            fields.add(new ActField.Check("evaluatesHealth", alias.evaluatesHealth(), true));
        }
        if (record.routing().startsWith(WEIGHTED)) {
            var weight = record.routing().substring(WEIGHTED.length());
            fields.add(new ActField.Number("weight", weight, true, "1"));
        }
        return fields;
    }

    private static long ttl(RecordSet record) {
        return Objects.requireNonNullElse(record.ttlSeconds(), 300L);
    }

    private static RecordSet filled(RecordSet old, ActValues values) {
        var alias = old.alias();
        return new RecordSet(
                old.hostedZoneId(),
                old.name(),
                old.recordType(),
                alias == null ? Long.valueOf(values.number("ttlSeconds")) : null,
                alias == null ? values.lines("values") : List.of(),
                alias == null
                        ? null
                        : new AliasTarget(
                                values.text("dnsName").strip(), alias.hostedZoneId(), values.flag("evaluatesHealth")),
                old.setIdentifier(),
                old.routing().startsWith(WEIGHTED) ? WEIGHTED + values.number("weight") : old.routing(),
                old.healthCheckId());
    }

    /** A new record, or another in the place of one of that name. */
    static Stream<ActOffer> of(HostedZone zone) {
        return Stream.of(ActOffer.of(
                UpsertRecord.class,
                zone.ref(),
                () -> List.of(
                        ActField.text("name", zone.name(), zone.name()),
                        ActField.choice(
                                "recordType",
                                ActField.words("A", "AAAA", "CNAME", "TXT", "MX", "SRV", "CAA", "NS", "PTR")),
                        new ActField.Text("values", "", false, 4, "192.0.2.1"),
                        new ActField.Number("ttlSeconds", "300", false, "300")),
                values -> new UpsertRecord(new RecordSet(
                        zone.id(),
                        values.text("name"),
                        values.text("recordType"),
                        (long) values.number("ttlSeconds"),
                        values.lines("values"),
                        null,
                        null,
                        "simple",
                        null))));
    }
}
