package io.atalaya.operate.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a journal that this and other consoles write. Blocking; one thread at a time. A change makes it read and verify the
 * whole file again: ten thousand lines take about half a second.
 */
public final class JournalReader {
    private static final JournalCheck NOTHING = new JournalCheck(List.of(), JournalLine.BEGINNING, List.of(), null);

    private final Path file;
    private @Nullable Stamp seen;

    private record Stamp(long size, FileTime changedAt) {
        static final Stamp NO_FILE = new Stamp(-1, FileTime.fromMillis(0));
    }

    /** @param file need not be there yet */
    public JournalReader(Path file) {
        this.file = file;
    }

    /**
     * What the journal says now; empty when it says what it said the last time. A journal that is not there has no lines.
     *
     * @throws IOException when it cannot be read
     */
    public Optional<JournalCheck> news() throws IOException {
        var stamp = stamp(); // before reading: a line that comes meanwhile is news the next time
        if (stamp.equals(seen)) {
            return Optional.empty();
        }
        var check = stamp.equals(Stamp.NO_FILE) ? NOTHING : JournalCheck.of(file);
        seen = stamp;
        return Optional.of(check);
    }

    private Stamp stamp() throws IOException {
        try {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
        } catch (NoSuchFileException e) {
            return Stamp.NO_FILE;
        }
    }
}
