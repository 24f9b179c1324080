package io.atalaya.logs.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What another start may rely on. A span that was read for the last time is complete on this disk only if the events that were
 * found there are. So marks are set in the journal before events are brought to disk, and written down again once they are:
 * what was read after the last such mark may have lost its events in a power cut. Guarded by the ledger.
 */
final class Reliance {
    private final List<Read> unsure = new ArrayList<>();
    private long mark;
    private long forced;
    private boolean read;

    /** A span that was read for the last time, after a mark. */
    record Read(String group, Span span, long mark) {}

    /** A span was read for the last time: the next mark is another. */
    void passed() {
        read = true;
    }

    /** The mark that is to be set now; the one that is set where nothing was read since. */
    long next() {
        if (read || mark == 0) {
            read = false;
            mark++;
        }
        return mark;
    }

    long mark() {
        return mark;
    }

    /** Whether that is news. */
    boolean forced(long of) {
        var news = of > forced;
        forced = Math.max(forced, of);
        return news;
    }

    /** A span, from the journal; without any mark the journal is of a version that set none. */
    void replayPassed(String group, Span span) {
        if (mark > 0) {
            unsure.add(new Read(group, span, mark));
        }
    }

    void replayMark(long number) {
        mark = number;
    }

    /** Nothing where its mark could not be written: nobody knows what stood before it. */
    void replayForced(long number) {
        if (number == mark) {
            unsure.removeIf(each -> each.mark < number);
            forced = number;
        }
    }

    /** What must be read again. */
    List<Read> unsure() {
        return List.copyOf(unsure);
    }
}
