package io.atalaya.noc.desk.store;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The own desk's file: a line for every change, forced to the disk before the change counts as kept. Read again by merging
 * all lines. A last line that a crash tore is dropped; a damaged one elsewhere is passed over and the file kept aside. Used by
 * one thread, and by one console: a lock sees to that.
 */
public final class JournalFile implements AutoCloseable {
    private static final long COMPACT_FROM = 2L << 20;

    private final Path file;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private final long compactFrom;
    private final List<String> problems = new ArrayList<>();
    private DeskState written = DeskState.EMPTY;
    private @Nullable FileChannel channel;
    private long compacted;

    private JournalFile(Path file, FileChannel lockChannel, FileLock lock, long compactFrom) {
        this.file = file;
        this.lockChannel = lockChannel;
        this.lock = lock;
        this.compactFrom = compactFrom;
    }

    /**
     * Opens it, or makes it.
     *
     * @param now names a copy that is kept aside
     * @throws DeskInUseException where another console has it
     * @throws IOException where it cannot be written
     */
    public static JournalFile open(Path file, Instant now) throws IOException {
        return open(file, now, COMPACT_FROM);
    }

    static JournalFile open(Path file, Instant now, long compactFrom) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var lockChannel = PrivateFiles.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var journal = new JournalFile(file, lockChannel, locked(lockChannel, file), compactFrom);
            journal.load(now);
            return journal;
        } catch (IOException | RuntimeException e) {
            lockChannel.close();
            throw e;
        }
    }

    private static FileLock locked(FileChannel channel, Path file) throws IOException {
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            throw new DeskInUseException(file, "this program already", e);
        }
        throw new DeskInUseException(file, "another console", null);
    }

    /** As it was last kept. */
    public DeskState state() {
        return written;
    }

    /** What was found damaged when it was opened, for a person. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * Keeps what changed. When this returns it survives a crash of the program and of the machine.
     *
     * @throws IOException where it could not: the next call tries again, with all that is missing
     */
    public void keep(DeskState state) throws IOException {
        var news = Difference.between(written, state);
        if (news.isEmpty()) {
            return;
        }
        var out = channel;
        if (out == null || out.size() > Math.max(compactFrom, 4 * compacted)) {
            compact(state);
            return;
        }
        var line = Checked.write(news.get()) + '\n';
        var end = out.size();
        try {
            PrivateFiles.write(out, line);
            out.force(false);
        } catch (IOException e) {
            cutBack(out, end, e);
            throw e;
        }
        written = state;
    }

    /** What a full disk took half of would damage the next line too. */
    private void cutBack(FileChannel out, long end, IOException why) {
        try {
            out.truncate(end);
        } catch (IOException e) {
            why.addSuppressed(e);
            close(out, why);
            channel = null; // the next change writes the file anew
        }
    }

    private static void close(FileChannel out, IOException why) {
        try {
            out.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private void load(Instant now) throws IOException {
        if (!Files.exists(file)) {
            compact(DeskState.EMPTY);
            return;
        }
        var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1);
        var parts = new ArrayList<DeskState>();
        var damaged = 0;
        for (int i = 0; i < lines.length; i++) {
            var last = i == lines.length - 1;
            if (last && lines[i].isEmpty()) {
                continue;
            }
            try {
                parts.add(Checked.read(lines[i]));
            } catch (IOException e) {
                damaged += last ? 0 : 1; // the last one was being written
            }
        }
        if (damaged > 0) {
            var aside = file.resolveSibling(
                    file.getFileName() + ".damaged-" + now.toString().replace(":", ""));
            Files.copy(file, aside);
            problems.add(damaged + " lines of " + file + " are damaged; kept aside as " + aside.getFileName());
        }
        compact(merged(parts));
    }

    private static DeskState merged(List<DeskState> parts) {
        if (parts.isEmpty()) {
            return DeskState.EMPTY;
        }
        var work = parts;
        while (work.size() > 1) { // two by two: each event is copied few times
            var half = new ArrayList<DeskState>();
            for (int i = 0; i < work.size(); i += 2) {
                half.add(i + 1 < work.size() ? Desk.merged(work.get(i), work.get(i + 1)) : work.get(i));
            }
            work = half;
        }
        return work.getFirst();
    }

    private void compact(DeskState state) throws IOException {
        var old = channel;
        channel = null;
        if (old != null) {
            old.close();
        }
        PrivateFiles.replace(file, Checked.write(state) + '\n', false);
        var out = PrivateFiles.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        compacted = out.size();
        channel = out;
        written = state;
    }

    @Override
    public void close() throws IOException {
        var out = channel;
        if (out != null) {
            out.close();
        }
        lock.release();
        lockChannel.close();
    }
}
