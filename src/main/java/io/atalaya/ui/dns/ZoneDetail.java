package io.atalaya.ui.dns;

import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.State;
import io.atalaya.deployment.dns.ZoneFacts;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Draws who answers for a domain: as Route 53 gave it, as the zone says itself, as the world is told. */
final class ZoneDetail {
    private final Texts texts;
    private final Facts facts;

    ZoneDetail(Texts texts) {
        this.texts = texts;
        this.facts = new Facts(texts);
    }

    Facts node() {
        return facts;
    }

    void show(ZoneFacts zone) {
        facts.clear();
        facts.remark(zone.delegated().state(), texts.get("dns.delegated.why." + zone.delegated()));
        if (zone.ownServersDiffer()) {
            facts.remark(State.DEGRADED, texts.get("dns.zone.ownDiffer"));
        }
        var delegation = zone.delegation();
        var unread = texts.get("dns.zone.unread");
        var columns = new HBox();
        columns.getStyleClass().add("zone-columns");
        if (zone.zone().isPrivate()) {
            columns.getChildren()
                    .add(column(
                            "dns.zone.vpcs",
                            delegation == null ? List.of() : delegation.vpcIds(),
                            delegation == null ? unread : texts.get("dns.zone.noVpc")));
        } else {
            columns.getChildren()
                    .addAll(
                            column("dns.zone.given", delegation == null ? List.of() : delegation.nameServers(), unread),
                            column("dns.zone.own", zone.ownServers(), unread),
                            seen(zone));
        }
        facts.across(columns);
    }

    private VBox seen(ZoneFacts zone) {
        var seen = zone.seen();
        return seen == null || seen.outcome() == NameSeen.Outcome.ANSWERED
                ? column(
                        "dns.zone.seen",
                        seen == null ? List.of() : seen.data(),
                        texts.get("dns.delegated." + zone.delegated()))
                : column("dns.zone.seen", List.of(), AwsText.line(seen.detail()));
    }

    private VBox column(String title, List<String> values, String otherwise) {
        var head = new Label(texts.get(title));
        head.getStyleClass().add("strong");
        head.setMinWidth(0);
        var box = new VBox(head);
        box.getStyleClass().add("zone-column");
        HBox.setHgrow(box, Priority.ALWAYS);
        if (values.isEmpty()) {
            var none = new Label(otherwise);
            none.getStyleClass().add("secondary");
            none.setWrapText(true);
            box.getChildren().add(none);
        }
        values.stream().sorted().forEach(value -> box.getChildren().add(facts.copied(value)));
        return box;
    }
}
