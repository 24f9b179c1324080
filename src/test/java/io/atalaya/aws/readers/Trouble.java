package io.atalaya.aws.readers;

import io.atalaya.deployment.Problem.Kind;
import io.atalaya.sandbox.server.fault.Fault;
import java.time.Duration;

/** The eight ways in which a call goes wrong in the fault matrix, and what the console has to call each of them. */
enum Trouble {
    THROTTLE(new Fault.Throttled(), Kind.THROTTLED),
    ERROR_500("500", new Fault.ServerError(500), Kind.SERVICE),
    /** It answers, and later than the console waits. */
    SLOW(new Fault.Latency(Duration.ofSeconds(2)), Kind.TIMEOUT),
    HANG(new Fault.Hang(), Kind.TIMEOUT),
    DROPPED(new Fault.DroppedConnection(), Kind.NO_NETWORK),
    MALFORMED(new Fault.MalformedBody(), Kind.MALFORMED),
    EXPIRED(new Fault.ExpiredCredentials(), Kind.EXPIRED),
    DENIED(new Fault.Denied("*"), Kind.DENIED);

    private final String words;
    private final Fault fault;
    private final Kind kind;

    Trouble(Fault fault, Kind kind) {
        this("", fault, kind);
    }

    Trouble(String words, Fault fault, Kind kind) {
        this.words = words;
        this.fault = fault;
        this.kind = kind;
    }

    Fault fault() {
        return fault;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the console waits in vain. */
    boolean takesLong() {
        return this == SLOW || this == HANG;
    }

    /** Whether the client asks three times with pauses before it says so. */
    boolean isRetried() {
        return takesLong() || this == THROTTLE;
    }

    @Override
    public String toString() {
        return words.isEmpty() ? name().toLowerCase(java.util.Locale.ROOT) : words;
    }
}
