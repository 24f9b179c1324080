package io.atalaya.noc.catalogue;

/** What a value is measured in, after the source's factor was applied. */
public enum Unit {
    PERCENT,
    BYTES,
    BYTES_PER_SECOND,
    COUNT,
    PER_SECOND,
    MILLISECONDS,
    SECONDS,
    DAYS,
    /** 1 or 0. */
    UP_DOWN,
    /** A plain number: load, an HTTP status. */
    NONE,
    /** Not a number: a version. */
    TEXT
}
