package io.atalaya.noc.desk;

import io.atalaya.deployment.ResourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the sources say about an entry. Each console sees for itself; of two the one judged later stands.
 *
 * @param since when it began as the source says; null where it does not
 * @param evidenceAt when the source was asked for the last answer this rests on
 * @param judgedAt when a console last saw it with its own eyes; a blind one judges nothing
 * @param judgedBy that console
 * @param ended when it was seen to be over; null while it lasts or cannot be seen
 * @param blind whether the source cannot tell now: everything else is then the last that is known
 */
public record Sight(
        String kind,
        Severity severity,
        Words what,
        @Nullable ResourceRef on,
        String where,
        String source,
        @Nullable String parent,
        @Nullable Instant since,
        Instant evidenceAt,
        Instant judgedAt,
        String judgedBy,
        @Nullable Instant ended,
        boolean blind) {

    static Sight of(Signal signal, String console, Instant now) {
        return judged(signal, console, now);
    }

    /** What the source says now, judged after what is known, whatever the clock of the console that judged that. */
    Sight anew(Signal signal, String console, Instant now) {
        return judged(signal, console, after(console, now));
    }

    private Instant after(String console, Instant now) {
        if (judgedAt.isBefore(now)) {
            return now;
        }
        return judgedBy.equals(console) ? judgedAt : judgedAt.plusMillis(1);
    }

    private static Sight judged(Signal signal, String console, Instant judgedAt) {
        return new Sight(
                signal.kind(),
                signal.severity(),
                signal.what(),
                signal.on(),
                signal.where(),
                signal.source(),
                signal.parent(),
                signal.since(),
                signal.evidenceAt(),
                judgedAt,
                console,
                null,
                !signal.sees());
    }

    Sight over(String console, Instant now) {
        return new Sight(
                kind,
                severity,
                what,
                on,
                where,
                source,
                parent,
                since,
                evidenceAt,
                after(console, now),
                console,
                now,
                false);
    }

    /** Everything as last known: who is blind has judged nothing. */
    Sight blinded() {
        return new Sight(
                kind, severity, what, on, where, source, parent, since, evidenceAt, judgedAt, judgedBy, null, true);
    }

    static Sight later(Sight one, Sight other) {
        int order = one.judgedAt.compareTo(other.judgedAt);
        if (order == 0) {
            order = one.evidenceAt.compareTo(other.evidenceAt);
        }
        if (order == 0) { // any order will do as long as every console has the same
            order = one.toString().compareTo(other.toString());
        }
        return order >= 0 ? one : other;
    }
}
