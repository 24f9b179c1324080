package io.atalaya.deployment.reach;

/** What is true of a question. */
public enum Verdict {
    /** All that was asked passes, there and back, for every client port. */
    YES,
    /** Nothing of it passes. */
    NO,
    /** Some addresses, ports or client ports pass, others do not: {@link Answer#passing} has them. */
    PARTLY,
    /** Something that decides it was not read, belongs to somebody else or is nothing this model follows: {@link Answer#doubts}. */
    CANNOT_TELL
}
