package io.atalaya.logs;

/** How an event came to be here. */
public enum Origin {
    /** By Live Tail or by polling, as it happened. */
    DELIVERED,
    /** By the sweep behind it, because it had not been delivered. */
    RECOVERED
}
