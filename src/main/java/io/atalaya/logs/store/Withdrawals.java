package io.atalaya.logs.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Ids of events that were withdrawn, on disk. */
final class Withdrawals implements AutoCloseable {
    static final String FILE = "withdrawn.rec";

    private final RecordFile file;

    Withdrawals(Path folder) {
        file = RecordFile.open(folder.resolve(FILE));
    }

    void add(long id) {
        file.append(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
    }

    void replay(LongConsumer each) {
        file.replay(record -> each.accept(ByteBuffer.wrap(record).getLong()));
    }

    /** Grows with each. */
    long size() {
        return file.size();
    }

    void force() {
        file.force();
    }

    @Override
    public void close() {
        file.close();
    }
}
