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
    /** A plain number: load. */
    NONE,
    /** Not a number: a version. */
    TEXT
}
