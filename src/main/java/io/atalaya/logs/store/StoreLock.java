package io.atalaya.logs.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store to one program, and to one place in it. The lock is the file's, which the system releases when a program ends;
 * a second file says which program holds it, because POSIX drops every lock a program has on a file as soon as the program closes
 * that file anywhere, so that one must not even look at the lock of one's own.
 */
final class StoreLock implements AutoCloseable {
    static final String LOCK = "lock";
    static final String OWNER = "owner";

    /** Looking and taking are one step within this program. */
    private static final Object TURN = new Object();

    private final Path folder;
    private final FileChannel channel;

    private StoreLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws StoreException of kind IN_USE when it is held */
    static StoreLock take(Path folder) throws IOException {
        synchronized (TURN) {
            var owner = owner(folder);
            if (self().equals(owner)) {
                throw new StoreException(StoreException.Kind.IN_USE, folder, "is open in this program already");
            }
            var channel = OwnerOnly.open(folder.resolve(LOCK), StandardOpenOption.CREATE);
            try {
                if (channel.tryLock() == null) {
                    throw new StoreException(
                            StoreException.Kind.IN_USE,
                            folder,
                            "is open in another program" + (owner == null ? "" : " (process " + pid(owner) + ")"));
                }
                var file = folder.resolve(OWNER);
                OwnerOnly.open(file, StandardOpenOption.CREATE).close();
                Files.writeString(file, self(), StandardCharsets.UTF_8);
                return new StoreLock(folder, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    /** Whether this or another program holds it. */
    static boolean held(Path folder) throws IOException {
        synchronized (TURN) {
            if (self().equals(owner(folder))) {
                return true;
            }
            if (!Files.exists(folder.resolve(LOCK))) {
                return false;
            }
            try (var channel = OwnerOnly.open(folder.resolve(LOCK));
                    var lock = channel.tryLock()) {
                return lock == null;
            } catch (OverlappingFileLockException unsaid) {
                return true;
            }
        }
    }

    /** Whether it is one of its own files. */
    boolean uses(Path file) {
        return file.equals(folder.resolve(LOCK)) || file.equals(folder.resolve(OWNER));
    }

    @Override
    public void close() throws IOException {
        synchronized (TURN) {
            try (channel) {
                Files.deleteIfExists(folder.resolve(OWNER));
            }
        }
    }

    private static @Nullable String owner(Path folder) throws IOException {
        var file = folder.resolve(OWNER);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : null;
    }

    private static String pid(String owner) {
        return owner.split(" ", 2)[0];
    }

    /** Process ids are given again: with the moment it began. */
    private static String self() {
        var self = ProcessHandle.current();
        return self.pid() + " "
                + self.info().startInstant().map(Object::toString).orElse("");
    }
}
