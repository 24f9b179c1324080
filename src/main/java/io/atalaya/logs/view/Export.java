package io.atalaya.logs.view;

import io.atalaya.logs.ledger.Completeness;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/**
 * Writes rows of a view into a file that only its owner reads: whole messages with the lines folded into them, gaps in their place,
 * and before them what is known of their completeness. Times are UTC. Holds one message in memory at a time. The file appears when
 * all of it is written; what was there under its name stays until then.
 */
public final class Export {
    /** For whom. */
    public enum Format {
        /** A line for each row: time, level, group, stream, message as it came. */
        TEXT,
        JSON_LINES,
        /** RFC 4180, for spreadsheets: what they would take for formulas is marked as text. */
        CSV
    }

    /** Which rows. */
    public sealed interface What {
        /** All there are when it begins. */
        record All() implements What {}

        /** From one row to another, both included, as they are numbered when it begins. */
        record Range(long first, long last) implements What {}

        /** These events, as far as they are shown; no gaps. */
        record Ids(List<Long> ids) implements What {
            public Ids {
                ids = List.copyOf(ids);
            }
        }
    }

    /** Told after every few rows, on the writing thread. */
    @FunctionalInterface
    public interface Told {
        /** Whether to go on. */
        boolean progress(long written, long of);
    }

    /** @param cancelled then there is no file */
    public record Done(long events, long gaps, long bytes, boolean cancelled) {}

    private static final int OFTEN = 200;

    private final LogView view;
    private final Completeness completeness;

    public Export(LogView view, Completeness completeness) {
        this.view = view;
        this.completeness = completeness;
    }

    /**
     * Blocks until it is written: not for the screen's thread.
     *
     * @throws IOException when it cannot be written; then nothing is left of it
     */
    public Done write(Path file, Format format, What what, Told told) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new FileSystemException(file.toString(), null, "not a file's name");
        }
        var part = folder.resolve("." + UUID.randomUUID() + ".part");
        try {
            Done done;
            try (var channel = Files.newByteChannel(
                            part,
                            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            ownerOnly(folder));
                    var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                done = write(new ExportWriter(out, format), what, told);
                out.flush();
                done = new Done(done.events, done.gaps, channel.position(), done.cancelled);
            }
            if (!done.cancelled) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return done;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Done write(ExportWriter writer, What what, Told told) throws IOException {
        var rows = new ExportRows(view, what);
        writer.about(ExportAbout.of(view, completeness, rows));
        long events = 0;
        long gaps = 0;
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            switch (row.get()) {
                case Row.Event event -> {
                    writer.event(event, whole(event));
                    events++;
                }
                case Row.Missing missing -> {
                    writer.gap(missing.gap());
                    gaps++;
                }
            }
            if ((events + gaps) % OFTEN == 0 && !told.progress(events + gaps, rows.count())) {
                return new Done(events, gaps, 0, true);
            }
        }
        boolean wanted = told.progress(events + gaps, Math.max(events + gaps, rows.count()));
        return new Done(events, gaps, 0, !wanted);
    }

    private String whole(Row.Event event) {
        boolean rowHoldsAll = event.folded() == 0 && event.length() <= LogView.ROW_CHARS;
        return rowHoldsAll ? event.text() : view.text(event.id()).orElse(event.text());
    }
}
