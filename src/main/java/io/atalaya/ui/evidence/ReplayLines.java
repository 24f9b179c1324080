package io.atalaya.ui.evidence;

import io.atalaya.deployment.State;
import io.atalaya.evidence.replay.Replay;
import io.atalaya.evidence.replay.Side;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changed between two capsules, line by line. */
final class ReplayLines {
    private final Texts texts;
    private final EvidenceTexts words;
    private final Ages ages;

    ReplayLines(Texts texts, EvidenceTexts words, Ages ages) {
        this.texts = texts;
        this.words = words;
        this.ages = ages;
    }

    List<Line> of(LibraryModel.Compared compared) {
        var lines = new ArrayList<Line>();
        if (compared.trouble() != null) {
            lines.add(Line.item(State.FAILED, texts.get("evidence.changes.unread"), ""));
            lines.add(Line.sub(compared.trouble()));
        }
        for (var file : compared.broken()) {
            lines.add(Line.item(State.FAILED, texts.get("evidence.changes.broken", file), ""));
        }
        var replay = compared.replay();
        if (replay != null) {
            changes(replay, lines);
        }
        return List.copyOf(lines);
    }

    private void changes(Replay replay, List<Line> lines) {
        lines.add(Line.fact(texts.get("evidence.changes.then"), side(replay.then())));
        lines.add(Line.fact(texts.get("evidence.changes.now"), side(replay.now())));
        replay.unlike()
                .forEach(it -> lines.add(
                        Line.item(State.DEGRADED, texts.get("evidence.unlike." + EvidenceTexts.key(it)), "")));
        if (replay.isEmpty()) {
            lines.add(Line.plain(texts.get("evidence.changes.same"), ""));
        }
        if (!replay.claims().isEmpty()) {
            lines.add(Line.head(texts.get("evidence.changes.claims")));
        }
        for (var claim : replay.claims()) {
            var now = claim.now();
            var same = Objects.equals(claim.then(), now);
            lines.add(Line.item(
                    now == null ? State.UNKNOWN : EvidenceTexts.outcomeState(now),
                    words.claim(claim.claim()),
                    same
                            ? texts.get("evidence.changes.otherFacts", words.outcome(now))
                            : words.outcome(claim.then()) + " → " + words.outcome(now)));
            claim.facts()
                    .forEach(it -> lines.add(Line.sub(
                            it.resource() + "  " + it.fact() + ": " + orNone(it.then()) + " → " + orNone(it.now()))));
        }
        for (var unread : replay.unread()) {
            lines.add(Line.item(State.UNKNOWN, texts.get("evidence.changes.notRead", unread.part()), ""));
            lines.add(Line.sub(texts.get("evidence.changes.then") + ": " + read(unread.then())));
            lines.add(Line.sub(texts.get("evidence.changes.now") + ": " + read(unread.now())));
        }
        replay.lists().forEach(it -> list(it, lines));
    }

    private void list(Replay.ListChange list, List<Line> lines) {
        if (list.kind() != Replay.Kind.CHANGED) {
            lines.add(Line.head(texts.get("evidence.changes.list." + EvidenceTexts.key(list.kind()), list.part())));
            return;
        }
        lines.add(Line.head(texts.get(
                "evidence.changes.list",
                list.part(),
                list.count(Replay.Kind.ADDED),
                list.count(Replay.Kind.REMOVED),
                list.count(Replay.Kind.CHANGED))));
        for (var row : list.rows()) {
            lines.add(Line.plain(
                    texts.get("evidence.changes.row." + EvidenceTexts.key(row.kind())),
                    row.key().words()));
            for (var field : row.fields()) {
                lines.add(Line.sub(field.field() + ": "
                        + switch (row.kind()) {
                            case ADDED -> field.now();
                            case REMOVED -> field.then();
                            case CHANGED -> orNone(field.then()) + " → " + orNone(field.now());
                        }));
            }
        }
    }

    private String side(Side side) {
        var facts = side.facts();
        return ages.exact(facts.takenAt()).lines().findFirst().orElse("") + "  " + facts.recipe() + "  "
                + facts.origin().account() + "  " + facts.id();
    }

    private String read(@Nullable String problem) {
        return problem == null ? texts.get("evidence.changes.read") : problem;
    }

    private static String orNone(@Nullable String value) {
        return value == null || value.isEmpty() ? "-" : value;
    }
}
