package io.atalaya.logs.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions on this disk, each a folder {@code yyyyMMdd'T'HHmmss'Z'-random} of its own. Listing reads a few hundred bytes of each
 * segment and is for a thread that may wait. All methods throw {@link StoreException} where the disk refuses.
 */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ID = "[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}";
    private static final int MOMENT_LENGTH = 16;

    private final Path folder;
    private final InstantSource clock;

    /** @param folder made with the first session */
    public Sessions(Path folder, InstantSource clock) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param id name of its folder
     * @param events kept and not withdrawn
     * @param bytes on disk
     * @param least timestamp of an event, milliseconds since the epoch; greater than {@code most} where there are none
     * @param most timestamp of an event
     * @param inUse by this or another program
     */
    public record Stored(
            String id, Path folder, SessionInfo info, long events, long bytes, long least, long most, boolean inUse) {
        /** Of its events, {from, to}, milliseconds since the epoch; empty where there are none. */
        public Optional<long[]> span() {
            return least > most ? Optional.empty() : Optional.of(new long[] {least, most});
        }
    }

    /** Begins one. The name of the store's folder is its id. */
    public LogStore create(SessionInfo info, Limits limits) {
        try {
            OwnerOnly.folder(folder);
            while (true) {
                var id = MOMENT.format(clock.instant()) + "-"
                        + UUID.randomUUID().toString().substring(0, 8);
                try {
                    var mine = OwnerOnly.fresh(folder.resolve(id));
                    info.write(mine);
                    return LogStore.create(mine, limits);
                } catch (FileAlreadyExistsException taken) {
                    LOG.debug("{} exists already", id);
                }
            }
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        }
    }

    /** Opens one to read it and to go on with it; see {@link LogStore#open}. */
    public LogStore reopen(String id, Limits limits) {
        return LogStore.open(path(id), limits);
    }

    /** All, the newest first. Those that another program is just deleting may be missing. */
    public List<Stored> list() {
        var all = new ArrayList<Stored>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (var each = Files.list(folder)) {
            for (var path : each.toList()) {
                var id = path.getFileName().toString();
                if (id.matches(ID) && Files.isDirectory(path)) {
                    add(id, all);
                }
            }
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        }
        all.sort(Comparator.comparing(Stored::id).reversed());
        return List.copyOf(all);
    }

    private void add(String id, List<Stored> all) {
        try {
            all.add(stored(id));
        } catch (IOException | StoreException e) {
            LOG.warn("session {} cannot be listed: {}", id, e.toString());
        }
    }

    private Stored stored(String id) throws IOException {
        var path = path(id);
        var extent = StoreExtent.of(path);
        return new Stored(
                id,
                path,
                SessionInfo.read(path, id, started(id)),
                extent.events(),
                extent.bytes(),
                extent.least(),
                extent.most(),
                StoreLock.held(path));
    }

    /** What one is of. */
    public SessionInfo info(String id) {
        try {
            return SessionInfo.read(path(id), id, started(id));
        } catch (IOException e) {
            throw StoreException.of(path(id), e);
        }
    }

    /** Writes down what has changed of one: its title, or that it ended. */
    public void save(String id, SessionInfo info) {
        try {
            info.write(path(id));
        } catch (IOException e) {
            throw StoreException.of(path(id), e);
        }
    }

    /**
     * Deletes one: its files are gone from the disk afterwards.
     *
     * @throws StoreException of kind IN_USE when it is open, here or in another program; then nothing is deleted
     */
    public void delete(String id) {
        var path = path(id);
        try {
            if (!Files.isDirectory(path)) {
                throw new StoreException(StoreException.Kind.GONE, path, "there is no such session");
            }
            try (var mine = StoreLock.take(path)) {
                deleteAll(path, mine);
            }
            Files.deleteIfExists(path.resolve(StoreLock.LOCK));
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw StoreException.of(path, e);
        }
    }

    /** But for the lock, which is held. Without a list of streams it is no store any more: that goes first. */
    private static void deleteAll(Path path, StoreLock held) throws IOException {
        Files.deleteIfExists(path.resolve(StreamTable.FILE));
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!held.uses(file)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                if (!directory.equals(path)) {
                    Files.delete(directory);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Path path(String id) {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("not a session's id: " + id);
        }
        return folder.resolve(id);
    }

    private static Instant started(String id) {
        try {
            return MOMENT.parse(id.substring(0, MOMENT_LENGTH), Instant::from);
        } catch (DateTimeException noMoment) {
            return Instant.EPOCH;
        }
    }
}
