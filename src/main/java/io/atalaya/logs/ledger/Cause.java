package io.atalaya.logs.ledger;

/** Why events may be missing. */
public enum Cause {
    /** Live Tail said it left some out (more than 500 a second). */
    SAMPLED,
    /** Live Tail drops what a slow reader does not take; seen as silence, or as a jump, of a session that went on. */
    SLOW_CLIENT,
    /** The connection ended, or was silent for too long. */
    DISCONNECTED,
    /** This computer slept: its clock jumped. */
    SLEPT,
    /** Credentials were refused as expired. */
    EXPIRED,
    /** AWS refused for the rate of calls, or the budget had none left. */
    THROTTLED,
    /** A permission is missing. */
    DENIED,
    /** AWS failed. */
    SERVICE,
    /** AWS's answer could not be read: a message holds bytes that are no UTF-8. */
    UNREADABLE,
    /** This program was not running, or was killed before it had written down what it read. */
    NOT_RUNNING,
    /** More was written than is kept on this disk. */
    DROPPED_HERE,
    /** The person stopped the tail. */
    PAUSED
}
