package io.atalaya.evidence.document.drift;

import io.atalaya.evidence.document.Architecture;
import io.atalaya.evidence.document.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between a baseline and a document. What was not read on either side cannot be told, and is no difference.
 *
 * @param untold tables of the baseline of which nothing, or not that something is gone, can be told
 */
public record Drift(Baseline baseline, List<Difference> differences, List<String> untold) {
    public Drift {
        differences = List.copyOf(differences);
        untold = List.copyOf(untold);
    }

    public static Drift between(Baseline baseline, Architecture document) {
        var differences = new ArrayList<Difference>();
        var untold = new ArrayList<String>();
        for (var before : baseline.tables()) {
            var now = document.table(before.key());
            if (now.isEmpty() || now.get().columns().stream().noneMatch(Column::compared)) {
                continue; // nothing in it is architecture
            }
            var table = now.get();
            if (!table.read() || !before.whole() && before.rows().isEmpty()) {
                untold.add(table.key());
                continue;
            }
            if (!table.tellsAbsence() || !before.whole()) {
                untold.add(table.key());
            }
            differences.addAll(new Matching(table, before, baseline.written()).differences());
        }
        return new Drift(baseline, differences, untold);
    }

    public List<Difference> of(String table) {
        return differences.stream().filter(it -> it.table().equals(table)).toList();
    }
}
