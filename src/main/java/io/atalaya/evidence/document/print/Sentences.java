package io.atalaya.evidence.document.print;

import io.atalaya.evidence.document.Architecture;
import io.atalaya.evidence.document.Block.Figure;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.DocumentWords;
import io.atalaya.evidence.document.Head;
import io.atalaya.evidence.document.Reading;
import io.atalaya.evidence.document.drift.Difference;
import io.atalaya.evidence.document.drift.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What every format says alike. */
public final class Sentences {
    private final DocumentWords words;

    public Sentences(DocumentWords words) {
        this.words = words;
    }

    /** A fact of the first page. */
    public record Fact(String name, String value) {}

    String title(Architecture document) {
        return words.text("title", document.head().deployment());
    }

    List<Fact> facts(Head head) {
        var facts = new ArrayList<Fact>();
        var alias = head.alias() == null ? "" : " (" + head.alias() + ")";
        facts.add(fact("deployment", head.deployment()));
        facts.add(fact("account", head.account() + alias));
        facts.add(fact("region", head.region()));
        facts.add(fact("caller", head.caller()));
        facts.add(new Fact(words.text("head.madeAt"), words.time(head.madeAt()) + ", " + words.zone()));
        facts.add(fact("program", "Atalaya " + head.program()));
        facts.add(new Fact(words.text("head.origin"), origin(head)));
        return facts;
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text("head." + key), io.atalaya.evidence.document.PlainText.line(value));
    }

    String origin(Head head) {
        return head.endpoint() == null
                ? words.text("origin." + head.origin())
                : words.text("origin." + head.origin() + ".at", head.endpoint());
    }

    /** Of the items themselves, then of what fills columns. */
    List<String> readings(Table table) {
        var lines = new ArrayList<String>();
        table.origins().forEach(it -> lines.add(words.part(it) + ": " + words.reading(it)));
        var others = table.besides();
        if (!others.isEmpty()) {
            lines.add(words.text("reading.besides") + " " + joined(others));
        }
        return lines;
    }

    String readings(Figure figure) {
        return words.text("reading.drawnFrom") + " " + joined(figure.readings());
    }

    private String joined(List<Reading> readings) {
        return readings.stream()
                .map(it -> words.part(it) + " " + words.readingInShort(it))
                .collect(Collectors.joining("; "));
    }

    /** In the place of a table that has no rows: why. */
    String noRows(Table table) {
        return table.tellsAbsence()
                ? words.text("table.none")
                : table.origins().stream()
                        .filter(it -> !it.tellsAbsence())
                        .map(it -> words.part(it) + ": " + words.reading(it))
                        .collect(Collectors.joining("; "));
    }

    /** With what was compared. */
    public String compared(Drift drift) {
        var baseline = drift.baseline();
        var made = baseline.madeAt();
        return made == null
                ? words.text("drift.baseline", baseline.file())
                : words.text("drift.document", baseline.file(), words.time(made), String.valueOf(baseline.account()));
    }

    /** One line for each difference. */
    public List<String> differences(Drift drift) {
        return drift.differences().stream().map(this::difference).toList();
    }

    public String difference(Difference it) {
        var what = words.text("table." + it.table()) + ": " + io.atalaya.evidence.document.PlainText.line(it.name());
        var changes = it.changes().stream()
                .map(each -> words.text(
                        "drift.change",
                        words.text("column." + each.column()),
                        words.kept(each.before()),
                        words.kept(each.now())))
                .collect(Collectors.joining("; "));
        return mark(it.kind()) + " · " + what + (changes.isEmpty() ? "" : " · " + changes);
    }

    String mark(Difference.Kind kind) {
        return words.text("drift." + kind);
    }

    /** Tables of which not everything can be told; none for an empty list. */
    public List<String> untold(Drift drift) {
        return drift.untold().stream().map(it -> words.text("table." + it)).toList();
    }
}
