package io.atalaya.logs.understand;

import io.atalaya.logs.Level;

/** The six readings there are, so that none is made anew for each of a million events. */
final class Readings {
    static final Reading ERROR = new Reading(Level.ERROR, false);
    static final Reading WARN = new Reading(Level.WARN, false);
    static final Reading INFO = new Reading(Level.INFO, false);
    static final Reading DEBUG = new Reading(Level.DEBUG, false);
    static final Reading UNKNOWN = new Reading(Level.UNKNOWN, false);
    static final Reading CONTINUES = new Reading(Level.UNKNOWN, true);

    private Readings() {}

    static Reading of(Level level) {
        return switch (level) {
            case ERROR -> ERROR;
            case WARN -> WARN;
            case INFO -> INFO;
            case DEBUG -> DEBUG;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Of an HTTP status: the server's fault, the client's, or neither. Unknown where it is none. */
    static Reading ofStatus(int status) {
        return status < 100 || status > 599 ? UNKNOWN : status >= 500 ? ERROR : status >= 400 ? WARN : INFO;
    }

    /** Of a syslog severity (RFC 5424): 0 emergency to 7 debug. */
    static Reading ofSyslog(int severity) {
        return switch (severity) {
            case 0, 1, 2, 3 -> ERROR;
            case 4 -> WARN;
            case 5, 6 -> INFO;
            case 7 -> DEBUG;
            default -> UNKNOWN;
        };
    }
}
