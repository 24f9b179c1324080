package io.atalaya.logs.ledger;

/** Keeps a ledger's records for the next start of the program. */
@FunctionalInterface
public interface LedgerJournal {
    /** Adds one, which survives the end of the program; called under the ledger's lock. */
    void write(byte[] entry);

    /** Waits until what was added survives the end of the computer as well. */
    default void force() {}
}
