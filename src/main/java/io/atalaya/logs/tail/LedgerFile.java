package io.atalaya.logs.tail;

import io.atalaya.logs.ledger.Ledger;
import io.atalaya.logs.ledger.LedgerJournal;
import io.atalaya.logs.store.RecordFile;
import io.atalaya.logs.store.StoreException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session's ledger on disk. What cannot be written down, because the disk is full, is not known to the next run, which reads
 * more again for it; this one goes on.
 */
final class LedgerFile implements LedgerJournal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerFile.class);

    private final RecordFile file;

    private LedgerFile(RecordFile file) {
        this.file = file;
    }

    /** @throws StoreException when it cannot be opened */
    static LedgerFile open(Path path) {
        return new LedgerFile(RecordFile.open(path));
    }

    /** Tells what an earlier run wrote. */
    void replay(Ledger ledger) {
        file.replay(ledger::replay);
    }

    @Override
    public void write(byte[] entry) {
        try {
            file.append(entry);
        } catch (StoreException e) {
            LOG.warn("the ledger of a session could not be written: {}", e.kind());
        }
    }

    @Override
    public void force() {
        try {
            file.force();
        } catch (StoreException e) {
            LOG.warn("the ledger of a session could not be brought to disk: {}", e.kind());
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
