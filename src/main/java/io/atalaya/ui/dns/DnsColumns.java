package io.atalaya.ui.dns;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.dns.CheckFacts;
import io.atalaya.deployment.dns.RecordFacts;
import io.atalaya.deployment.dns.ZoneFacts;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;

/** The columns of the tables: state first. */
final class DnsColumns {
    private final Texts texts;
    private final DnsTexts words;
    private final Units units;
    private final Ages ages;
    private final Supplier<Instant> now;

    DnsColumns(Texts texts, DnsTexts words, Ages ages, Supplier<Instant> now) {
        this.texts = texts;
        this.words = words;
        this.units = new Units(texts.getLocale());
        this.ages = ages;
        this.now = now;
    }

    private String title(String key) {
        return texts.get("dns.column." + key);
    }

    private static <C extends TableColumn<?, ?>> C held(C column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }

    private static <C extends TableColumn<?, ?>> C keeps(C column) {
        column.getStyleClass().add(ColumnWidths.KEEPS);
        return column;
    }

    List<TableColumn<Row<RecordFacts>, ?>> records() {
        return List.of(
                held(Columns.<Row<RecordFacts>>state(title("state"), 122, Row::seen)),
                Columns.<Row<RecordFacts>>name(
                        title("name"), 160, row -> row.facts().record().name()),
                held(Columns.<Row<RecordFacts>>mono(
                        title("type"), 62, row -> row.facts().record().recordType())),
                Columns.<Row<RecordFacts>>text(
                        title("routing"), 140, row -> row.facts().record().routing()),
                keeps(Columns.<Row<RecordFacts>>text(title("leadsTo"), 180, row -> DnsTexts.leadsTo(row.facts()))),
                held(Columns.<Row<RecordFacts>, Long>number(
                        title("ttl"), 84, row -> row.facts().record().ttlSeconds(), ttl -> units.count(ttl) + " s")),
                Columns.<Row<RecordFacts>>text(
                        title("check"),
                        116,
                        row -> row.facts().check() == null
                                ? row.facts().record().healthCheckId()
                                : row.facts().check().name()),
                keeps(Columns.<Row<RecordFacts>>mono(
                        title("said"), 150, row -> DnsTexts.said(row.facts().said()))),
                held(Columns.<Row<RecordFacts>>state(title("seen"), 166, this::agreement)));
    }

    /** Only what is wrong is coloured here: a name that was not asked is a word in grey. */
    private Seen agreement(Row<RecordFacts> row) {
        var agreement = row.facts().agreement();
        return new Seen(
                new Condition(
                        agreement.state(),
                        texts.get("dns.agreement." + agreement),
                        texts.get("dns.agreement.why." + agreement)),
                Freshness.CURRENT);
    }

    List<TableColumn<Row<ZoneFacts>, ?>> zones() {
        return List.of(
                held(Columns.<Row<ZoneFacts>>state(title("delegated"), 170, Row::seen)),
                held(Columns.<Row<ZoneFacts>>name(
                        title("zone"), 170, row -> row.facts().zone().name())),
                held(Columns.<Row<ZoneFacts>>text(
                        title("kind"),
                        80,
                        row -> texts.get(row.facts().zone().isPrivate() ? "dns.zone.private" : "dns.zone.public"))),
                held(Columns.<Row<ZoneFacts>, Long>number(
                        title("records"), 84, row -> row.facts().zone().recordCount(), units::count)),
                held(Columns.<Row<ZoneFacts>, Integer>number(
                        title("troubled"), 92, row -> row.facts().troubled(), it -> units.count(it))),
                Columns.<Row<ZoneFacts>>mono(
                        title("servers"),
                        260,
                        row -> String.join(", ", row.facts().ownServers())),
                Columns.<Row<ZoneFacts>>text(
                        title("comment"), 160, row -> row.facts().zone().comment()),
                Columns.<Row<ZoneFacts>>mono(
                        title("id"), 160, row -> row.facts().zone().id()));
    }

    List<TableColumn<Row<CheckFacts>, ?>> checks() {
        return List.of(
                held(Columns.<Row<CheckFacts>>state(title("state"), 140, Row::seen)),
                held(Columns.<Row<CheckFacts>>name(
                        title("name"), 150, row -> row.facts().check().name())),
                held(Columns.<Row<CheckFacts>>mono(
                        title("type"), 90, row -> row.facts().check().checkType())),
                Columns.<Row<CheckFacts>>mono(
                        title("endpoint"),
                        260,
                        row -> DnsTexts.endpoint(row.facts().check())),
                held(Columns.<Row<CheckFacts>>text(title("regions"), 90, row -> words.regions(row.facts()))),
                Columns.<Row<CheckFacts>>text(
                        title("usedBy"),
                        200,
                        row -> String.join(", ", row.facts().usedBy())),
                Columns.<Row<CheckFacts>>mono(
                        title("id"), 200, row -> row.facts().check().id()));
    }

    /** @param trust of the health checks */
    List<TableColumn<CheckFacts.Region, ?>> regions(Supplier<Freshness> trust) {
        return List.of(
                held(Columns.<CheckFacts.Region>state(title("state"), 80, it -> new Seen(it.condition(), trust.get()))),
                held(Columns.<CheckFacts.Region>mono(title("region"), 122, CheckFacts.Region::name)),
                Columns.<CheckFacts.Region>text(title("words"), 170, it -> String.join(" · ", it.words())),
                held(Columns.<CheckFacts.Region>mono(
                        title("checked"), 110, it -> it.newest() == null ? null : ages.time(it.newest(), now.get()))));
    }
}
