package io.atalaya.logs;

/** How serious a log event calls itself; {@link #UNKNOWN} where it does not say, which is never taken for {@link #INFO}. */
public enum Level {
    /** Errors, and whatever is worse: fatal, critical, alert, emergency, a server's 5xx. */
    ERROR,
    WARN,
    INFO,
    /** Debug, and whatever is finer: trace, fine, verbose. */
    DEBUG,
    UNKNOWN
}
