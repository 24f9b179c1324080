package io.atalaya.evidence.document.chapter;

import static io.atalaya.evidence.document.Column.mono;
import static io.atalaya.evidence.document.Column.number;
import static io.atalaya.evidence.document.Column.text;

import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceType;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Chapter;
import io.atalaya.evidence.document.Row;
import java.util.List;

/** Names: zones, their records, and the checks that decide between them. */
final class DnsChapter {
    private final TableMaker tables;

    DnsChapter(TableMaker tables) {
        this.tables = tables;
    }

    Chapter chapter() {
        return new Chapter("dns", List.of(zones(), records(), checks()));
    }

    private Table zones() {
        var rows = tables.deployment().items(Parts.HOSTED_ZONES).stream()
                .map(DnsChapter::zone)
                .toList();
        return tables.table(
                "hosted-zones",
                List.of(text("domain", 40), text("type", 16), number("records", 14), mono("id", 30)),
                rows,
                Parts.HOSTED_ZONES);
    }

    private static Row zone(HostedZone it) {
        return Row.of(
                it.id(),
                Cell.text(it.name()),
                Cell.words(it.isPrivate() ? "private" : "public"),
                Cell.number(it.recordCount()),
                Cell.text(it.id()));
    }

    private Table records() {
        var rows = tables.deployment().items(Parts.RECORD_SETS).stream()
                .map(this::record)
                .sorted(Rows.byCells())
                .toList();
        return tables.belonging(
                "record-sets",
                List.of(
                        text("zone", 14),
                        text("record", 22),
                        text("type", 8),
                        mono("routing", 14),
                        number("ttl", 8),
                        mono("value", 34)),
                rows,
                Parts.RECORD_SETS,
                Parts.HOSTED_ZONES);
    }

    private Row record(RecordSet it) {
        var alias = it.alias();
        var value = alias == null
                ? Cell.texts(it.values())
                : new Cell.Words("alias " + alias.dnsName(), "alias", List.of(alias.dnsName()));
        return Row.of(
                it.id(),
                tables.name(ResourceType.HOSTED_ZONE, it.hostedZoneId()),
                Cell.text(it.name()),
                Cell.text(it.recordType()),
                Cell.text(it.routing()),
                it.ttlSeconds() == null ? Cell.NONE : Cell.number(it.ttlSeconds()),
                value);
    }

    private Table checks() {
        var rows = tables.deployment().items(Parts.HEALTH_CHECKS).stream()
                .map(DnsChapter::check)
                .toList();
        return tables.table(
                "health-checks",
                List.of(text("name", 24), text("type", 14), mono("target", 42), mono("id", 20)),
                rows,
                Parts.HEALTH_CHECKS);
    }

    private static Row check(HealthCheck it) {
        var target = (it.host() == null ? "" : it.host())
                + (it.port() == null ? "" : ":" + it.port())
                + (it.path() == null ? "" : it.path());
        return Row.of(
                it.id(),
                Cell.text(it.name()),
                Cell.text(it.checkType()),
                it.disabled() ? Cell.words("off") : Cell.text(target),
                Cell.text(it.id()));
    }
}
