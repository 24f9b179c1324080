package io.atalaya.operate.journal;

/** What is wrong with a line of a journal. */
public enum JournalFault {
    /** It does not end with its hash: it may be the beginning of a line that a crash kept from being finished. */
    NO_HASH,
    /** Its hash is not that of its text: it was changed. */
    CHANGED,
    /** It is whole, and not an entry. */
    NO_ENTRY,
    /** It does not follow the line before it: lines were taken out, put in or moved. */
    OUT_OF_ORDER
}
