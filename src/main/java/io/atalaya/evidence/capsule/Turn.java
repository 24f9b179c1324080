package io.atalaya.evidence.capsule;

import io.atalaya.evidence.capsule.EvidenceException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One program at a time, by a lock on a file beside the key that nobody reads. */
final class Turn implements AutoCloseable {
    /** Sealing waits for a time stamp at the longest. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final FileChannel gate;
    private final FileLock lock;

    private Turn(FileChannel gate, FileLock lock) {
        this.gate = gate;
        this.lock = lock;
    }

    static Turn take(Path folder) throws IOException {
        var file = folder.resolve("lock");
        var gate = Disk.create(file, StandardOpenOption.CREATE);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var lock = held(gate);
            if (lock != null) {
                return new Turn(gate, lock);
            }
            if (System.nanoTime() - end > 0) {
                gate.close();
                throw new EvidenceException(Reason.CHAIN_LOCKED, file.toString());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static @Nullable FileLock held(FileChannel gate) throws IOException {
        try {
            return gate.tryLock();
        } catch (OverlappingFileLockException anotherOfThisProgram) {
            return null;
        }
    }

    boolean isHeld() {
        return lock.isValid();
    }

    @Override
    public void close() throws IOException {
        gate.close(); // and the lock with it
    }
}
