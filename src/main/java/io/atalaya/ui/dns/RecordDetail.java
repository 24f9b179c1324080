package io.atalaya.ui.dns;

import io.atalaya.deployment.Lead;
import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.dns.RecordFacts;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws one record, and its answers side by side. */
final class RecordDetail {
    private static final int MOST_VALUES = 12;

    /** The nodes of the FXML that it fills. */
    record Nodes(VBox verdict, VBox said, VBox seen) {}

    private final Texts texts;
    private final DnsTexts words;
    private final Nodes nodes;
    private final Consumer<ResourceRef> open;
    private final Facts facts;
    private final Units units;

    RecordDetail(Texts texts, DnsTexts words, Nodes nodes, Consumer<ResourceRef> open) {
        this.texts = texts;
        this.words = words;
        this.nodes = nodes;
        this.open = open;
        this.facts = new Facts(texts);
        this.units = new Units(texts.getLocale());
    }

    Facts node() {
        return facts;
    }

    void show(Row<RecordFacts> row) {
        facts.clear();
        var it = row.facts();
        var record = it.record();
        it.remarks().forEach(remark -> facts.remark(remark.state(), words.remark(remark)));
        facts.text("dns.record.routing", record.routing());
        facts.text("dns.record.set", record.setIdentifier());
        var alias = record.alias();
        if (alias != null) {
            facts.copied("dns.record.alias", alias.dnsName());
            facts.text("dns.record.evaluates", texts.get(alias.evaluatesHealth() ? "dns.yes" : "dns.no"));
        }
        record.values().stream().limit(MOST_VALUES).forEach(value -> facts.copied("dns.record.value", value));
        if (record.values().size() > MOST_VALUES) {
            facts.text(
                    "dns.record.value",
                    texts.get("dns.record.more", record.values().size() - MOST_VALUES));
        }
        it.leadsTo().stream()
                .limit(MOST_VALUES)
                .forEach(to -> facts.link("dns.record.leadsTo", to.name(), () -> open.accept(to.ref())));
        if (it.lead() == Lead.OUTSIDE && alias != null) {
            facts.text("dns.record.leadsTo", texts.get("dns.record.outside"));
        }
        var check = it.check();
        if (check != null) {
            facts.link("dns.record.check", check.name(), () -> open.accept(check.ref()));
        }
        facts.text("dns.record.ttl", record.ttlSeconds() == null ? null : units.count(record.ttlSeconds()) + " s");
        var zone = it.zone();
        if (zone != null) {
            facts.link("dns.record.zone", zone.name(), () -> open.accept(zone.ref()));
        }
        answers(it);
    }

    private void answers(RecordFacts it) {
        var agreement = it.agreement();
        nodes.verdict()
                .getChildren()
                .setAll(Facts.line(agreement.state(), texts.get("dns.agreement.why." + agreement)));
        var said = it.said();
        nodes.said().getChildren().clear();
        if (said == null) {
            nodes.said().getChildren().add(muted(texts.get("dns.answers.notAsked")));
        } else {
            values(nodes.said(), said.data(), texts.get("dns.answers.none", said.code()));
            nodes.said().getChildren().add(muted(texts.get("dns.answers.by", said.nameServer())));
        }
        var seen = it.seen();
        nodes.seen().getChildren().clear();
        if (seen == null) {
            nodes.seen().getChildren().add(muted(texts.get("dns.agreement." + agreement)));
        } else if (seen.outcome() == NameSeen.Outcome.ANSWERED) {
            values(nodes.seen(), seen.data(), "");
        } else {
            nodes.seen().getChildren().add(muted(AwsText.line(seen.detail())));
        }
    }

    private void values(VBox into, List<String> values, String otherwise) {
        if (values.isEmpty()) {
            into.getChildren().add(muted(otherwise));
        }
        values.forEach(value -> into.getChildren().add(facts.copied(value)));
    }

    private static Label muted(String text) {
        var label = new Label(AwsText.line(text));
        label.getStyleClass().add("secondary");
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
