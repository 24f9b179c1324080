package io.atalaya.logs.view;

import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is said of an export before its rows: the span of the whole log, and how complete the ledger knows it to be, whatever the
 * filter shows of it.
 *
 * @param groups and how many events of each are here
 * @param from milliseconds since the epoch
 * @param to excluded
 * @param rows about to be written
 */
record ExportAbout(
        Map<String, Long> groups,
        long from,
        long to,
        long rows,
        long events,
        long recovered,
        long doubt,
        List<Gap> gaps) {
    ExportAbout {
        groups = Map.copyOf(groups);
        gaps = List.copyOf(gaps);
    }

    static ExportAbout of(LogView view, Completeness completeness, ExportRows rows) {
        var span = view.span().orElse(new long[] {0, -1});
        var minutes = completeness.minutes(span[0], span[1] + 1);
        var groups = new TreeMap<String, Long>();
        for (var minute : minutes) {
            groups.merge(minute.group(), minute.delivered() + minute.recovered(), Long::sum);
        }
        return new ExportAbout(
                groups,
                span[0],
                span[1] + 1,
                rows.count(),
                groups.values().stream().mapToLong(Long::longValue).sum(),
                minutes.stream().mapToLong(Minute::recovered).sum(),
                minutes.stream().mapToLong(Minute::doubt).sum(),
                completeness.gaps());
    }
}
