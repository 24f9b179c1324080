package io.atalaya.ui.logs;

import io.atalaya.logs.understand.Trace;
import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Row;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How often the trace of an event came besides, among the newest rows that are shown: takes seconds, so not on the screen's thread. */
final class SameTrace {
    /** No more rows are looked at. */
    static final int MOST_ROWS = 20_000;

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(3);

    private SameTrace() {}

    /**
     * What was found.
     *
     * @param times without the event itself
     * @param looked so many rows were looked at, from the newest back
     */
    record Count(int times, int looked) {}

    /** @param wanted whether anybody still wants to know; else it ends early */
    static Count count(LogView view, long event, String fingerprint, BooleanSupplier wanted) {
        var found = new HashSet<Long>(); // rows that come meanwhile move the others: none is counted twice
        var end = System.nanoTime() + MOST_NANOS;
        var looked = 0;
        for (var number = view.size() - 1;
                number >= 0 && looked < MOST_ROWS && wanted.getAsBoolean() && System.nanoTime() - end < 0;
                number--) {
            looked++;
            if (view.row(number) instanceof Row.Event row && row.id() != event && mayHoldTrace(row)) {
                view.text(row.id())
                        .flatMap(Trace::of)
                        .filter(it -> it.fingerprint().equals(fingerprint))
                        .ifPresent(it -> found.add(row.id()));
            }
        }
        return new Count(found.size(), looked);
    }

    /** A trace has more than one line, be it as an escape within JSON. */
    private static boolean mayHoldTrace(Row.Event row) {
        var text = row.text();
        return row.folded() > 0 || row.length() > text.length() || text.indexOf('\n') >= 0 || text.contains("\\n");
    }
}
