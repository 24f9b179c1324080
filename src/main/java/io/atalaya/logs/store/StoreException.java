package io.atalaya.logs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A store could not be written or opened. What had been published before stays whole; its message holds no log text. */
public final class StoreException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    /** What the person can do something about. */
    public enum Kind {
        /** No room on the disk, or a quota or size limit is reached. */
        FULL,
        /** The folder or a file may not be written or read. */
        DENIED,
        /** This or another program has it open. */
        IN_USE,
        /** There is no such store. */
        GONE,
        /** Not a store, or of a later version of this program. */
        FOREIGN,
        /** The system refused for another reason. */
        FAILED
    }

    private static final List<String> FULL =
            List.of("no space left", "not enough space", "file too large", "quota exceeded", "disk full");

    private final Kind kind;
    private final transient Path folder;

    StoreException(Kind kind, Path folder, String message) {
        this(kind, folder, new IOException(message));
    }

    private StoreException(Kind kind, Path folder, IOException cause) {
        super(folder + ": " + cause.getMessage(), cause);
        this.kind = kind;
        this.folder = folder;
    }

    static StoreException of(Path folder, IOException cause) {
        return new StoreException(kind(cause), folder, cause);
    }

    private static Kind kind(IOException cause) {
        var text = Objects.toString(
                        cause instanceof FileSystemException file ? file.getReason() : cause.getMessage(), "")
                .toLowerCase(Locale.ROOT);
        if (FULL.stream().anyMatch(text::contains)) {
            return Kind.FULL;
        }
        if (cause instanceof AccessDeniedException
                || cause.getCause() instanceof ReadOnlyFileSystemException
                || text.contains("read-only")
                || text.contains("permission denied")) {
            return Kind.DENIED;
        }
        return cause instanceof NoSuchFileException ? Kind.GONE : Kind.FAILED;
    }

    public Kind kind() {
        return kind;
    }

    /** Of the store. */
    public Path folder() {
        return folder;
    }
}
