package io.atalaya.noc.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * The file of what was measured. Values that were taken are in it when {@link #append} returns; they are put in order by
 * {@link #tidy}. Blocking; may be used from any thread, and from several programs. A file that is damaged is set aside, said,
 * and begun anew: what is measured now matters more than what was.
 */
public final class MetricHistory implements AutoCloseable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /** A clock that jumps must not fill the file with the future. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final Path file;
    private final Keep keep;
    private final Consumer<String> notices;
    private final Packed packed = new Packed();
    private @Nullable Connection connection;
    private @Nullable Tables tables;
    private boolean closed;

    /** What is done in one transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T of(Tables tables) throws SQLException, DataFormatException;
    }

    /**
     * Opens nothing yet.
     *
     * @param notices told in a sentence when a damaged file was set aside
     */
    public MetricHistory(Path file, Keep keep, Consumer<String> notices) {
        this.file = file;
        this.keep = keep;
        this.notices = notices;
    }

    /**
     * Keeps values: all of them, or none when it throws. What is no number, older than the minutes that are kept, or of the
     * future is left out.
     */
    public synchronized void append(DeploymentKey deployment, Collection<Sample> samples, Instant now)
            throws HistoryException {
        var from = now.minus(keep.minutes());
        var to = now.plus(AHEAD);
        var wanted = samples.stream()
                .filter(each -> Double.isFinite(each.value())
                        && each.at().isAfter(from)
                        && each.at().isBefore(to))
                .toList();
        if (!wanted.isEmpty()) {
            work(now, tables -> {
                tables.append(deployment.text(), wanted);
                return true;
            });
        }
    }

    /**
     * What is kept of some series of a deployment.
     *
     * @return without the series of which there is nothing
     */
    public synchronized Map<String, Past> read(
            DeploymentKey deployment, Collection<String> series, Instant from, Instant to) throws HistoryException {
        return work(to, tables -> new PastReading(tables, packed).of(deployment.text(), series, from, to));
    }

    /** What is kept of a deployment between two moments: of at most so many series, those first that were seen last. */
    public synchronized Map<String, Past> latest(DeploymentKey deployment, Instant from, Instant to, int most)
            throws HistoryException {
        return work(to, tables -> new PastReading(tables, packed)
                .of(deployment.text(), tables.names(deployment.text(), most), from, to));
    }

    /** Puts in order what was taken, and drops what is too old or too much. Once in some minutes. */
    public synchronized void tidy(Instant now) throws HistoryException {
        work(now, tables -> {
            new Tidying(tables, packed, keep).upTo(now);
            return true;
        });
        work(now, tables -> {
            tables.giveBack();
            return true;
        });
    }

    private <T> T work(Instant now, Work<T> work) throws HistoryException {
        try {
            return attempt(work);
        } catch (SQLException | DataFormatException e) {
            if (e instanceof SQLException sql && !Database.isDamage(sql)) {
                throw new HistoryException(said(sql), sql);
            }
            setAside(now, e);
        } catch (IOException e) {
            throw new HistoryException(said(e), e);
        }
        try {
            return attempt(work);
        } catch (SQLException | DataFormatException | IOException e) {
            throw new HistoryException(said(e), e);
        }
    }

    private <T> T attempt(Work<T> work) throws SQLException, DataFormatException, IOException {
        var using = open();
        try {
            var result = work.of(using);
            using.commit();
            return result;
        } catch (SQLException | DataFormatException | RuntimeException e) {
            using.undo(e);
            throw e;
        }
    }

    private Tables open() throws SQLException, IOException {
        if (closed) {
            throw new SQLException("closed");
        }
        var known = tables;
        if (known == null) {
            var opened = Database.open(file);
            connection = opened;
            known = new Tables(opened);
            tables = known;
        }
        return known;
    }

    private String said(Exception e) {
        return file.getFileName() + ": " + e.getMessage();
    }

    /** Only the newest of the damaged ones is kept. */
    private void setAside(Instant now, Exception why) throws HistoryException {
        disconnect();
        var name = String.valueOf(file.getFileName());
        var folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                try (var all = Files.newDirectoryStream(folder, name + ".damaged-*")) {
                    for (var old : all) {
                        Files.delete(old);
                    }
                }
            }
            var aside = file.resolveSibling(name + ".damaged-" + STAMP.format(now));
            Files.move(file, aside);
            for (var other : List.of("-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(name + other));
            }
            notices.accept(name + " was damaged (" + why.getMessage() + "), is kept as " + aside.getFileName()
                    + ", and was begun anew");
        } catch (IOException e) {
            throw new HistoryException(said(e), e);
        }
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            notices.accept(said(e));
        }
        connection = null;
        tables = null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        disconnect();
        packed.close();
    }
}
