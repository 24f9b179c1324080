package io.atalaya.ui.perimeter;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules as rows: each with a sentence that says what it does. */
final class RuleTexts {
    /** The number of the entry that AWS itself puts last. */
    static final int LAST = 32_767;

    private final Texts texts;
    private final TrafficText traffic;

    RuleTexts(Texts texts) {
        this.texts = texts;
        this.traffic = new TrafficText(texts);
    }

    /**
     * The rules of a group in one direction, in AWS's order, then those that were seen to go.
     *
     * @param history what is known of changes
     */
    List<RuleRow> of(SecurityGroup group, boolean inbound, PeerBook book, RuleHistory history) {
        var rows = new ArrayList<RuleRow>();
        for (var rule : group.rules()) {
            if (rule.ingress() == inbound) {
                var key = RuleKey.of(rule);
                rows.add(row(
                        group, rule, key, rows.size() + 1, RuleRow.Standing.ALLOWS, history.of(group.id(), key), book));
            }
        }
        for (var gone : history.gone(group)) {
            if (gone.key().ingress() == inbound) {
                rows.add(row(
                        group,
                        gone.key().rule(),
                        gone.key(),
                        rows.size() + 1,
                        RuleRow.Standing.GONE,
                        gone.change(),
                        book));
            }
        }
        return rows;
    }

    private RuleRow row(
            SecurityGroup group,
            SecurityRule rule,
            RuleKey key,
            int number,
            RuleRow.Standing standing,
            @Nullable LastChange change,
            PeerBook book) {
        var peer = book.of(group, rule);
        var what = traffic.of(rule);
        return new RuleRow(
                standing + " " + key + " " + (rule.ruleId() == null ? "" : rule.ruleId()),
                group.id() + " " + rule.ingress() + " " + number,
                String.valueOf(number),
                rule.ingress(),
                sentence(rule.ingress(), true, peer, what),
                peer.name(),
                peer.address(),
                what,
                rule.description() == null ? "" : rule.description(),
                rule.ruleId() == null ? "" : rule.ruleId(),
                standing,
                change,
                standing == RuleRow.Standing.GONE ? null : rule,
                null);
    }

    /** The entries of an ACL in one direction, in the order in which AWS looks at them. */
    List<RuleRow> of(NetworkAcl acl, boolean inbound, PeerBook book, RuleHistory history) {
        var entries = acl.entries().stream()
                .filter(entry -> entry.egress() != inbound)
                .sorted(Comparator.comparingInt(AclEntry::number))
                .toList();
        var rows = new ArrayList<RuleRow>();
        for (var entry : entries) {
            rows.add(row(acl, entry, rows.size() + 1, book, history));
        }
        return rows;
    }

    private RuleRow row(NetworkAcl acl, AclEntry entry, int place, PeerBook book, RuleHistory history) {
        var peer = book.block(entry.cidr());
        var what = traffic.of(entry);
        var last = entry.number() >= LAST;
        return new RuleRow(
                entry.egress() + " " + entry.number() + " " + entry.cidr(),
                acl.id() + " " + entry.egress() + " " + place,
                last ? "*" : String.valueOf(entry.number()),
                !entry.egress(),
                last ? texts.get("perimeter.sentence.last") : sentence(!entry.egress(), entry.allow(), peer, what),
                peer.name(),
                peer.address(),
                what,
                "",
                "",
                entry.allow() ? RuleRow.Standing.ALLOWS : RuleRow.Standing.REFUSES,
                last ? null : history.of(acl.id(), entry),
                null,
                entry);
    }

    private String sentence(boolean inbound, boolean allow, Peer peer, String what) {
        var key = "perimeter.sentence." + (allow ? "allow" : "refuse") + (inbound ? ".in" : ".out");
        return inbound
                ? texts.get(key + (peer.many() ? ".many" : ".one"), peer.who(), what)
                : texts.get(key, peer.whom(), what);
    }
}
