package io.atalaya.operate.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal says about itself.
 *
 * @param entries in order, up to the first bad line
 * @param head hash of the last of them; compare it with one that was kept elsewhere to see whether lines were cut off the end
 * @param torn numbers of lines (from 1) that a crash left half-written; the chain goes on after them
 * @param broken the first bad line; null where every line is what it was
 */
public record JournalCheck(
        List<JournalEntry> entries,
        String head,
        List<Long> torn,
        @Nullable Broken broken) {
    /**
     * The first line that is not what was written.
     *
     * @param line of the file, from 1
     */
    public record Broken(long line, JournalFault fault) {}

    public JournalCheck {
        entries = List.copyOf(entries);
        torn = List.copyOf(torn);
    }

    /**
     * Reads a journal from its beginning.
     *
     * @throws IOException when it cannot be read; a file that is not there is an error here, and no empty journal
     */
    public static JournalCheck of(Path file) throws IOException {
        // a byte that is no UTF-8 becomes a replacement character, which no hash survives
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            return of(reader);
        }
    }

    private static JournalCheck of(BufferedReader reader) throws IOException {
        var entries = new ArrayList<JournalEntry>();
        var torn = new ArrayList<Long>();
        var head = JournalLine.BEGINNING;
        var suspects = new ArrayList<Broken>();
        var half = true; // whether all suspects begin as the line that is due
        long at = 0;
        for (var text = reader.readLine(); text != null; text = reader.readLine()) {
            at++;
            JournalLine line;
            try {
                line = JournalLine.read(text);
            } catch (JournalLine.BadLineException e) {
                var broken = new Broken(at, e.fault());
                half &= JournalLine.begins(text, entries.size() + 1L, head);
                suspects.add(broken);
                // a crash leaves half a line, and may do so again and again before one is whole
                if (e.fault() != JournalFault.NO_HASH || (suspects.size() > 1 && !half)) {
                    return new JournalCheck(entries, head, torn, suspects.getFirst());
                }
                continue;
            }
            if (!line.previous().equals(head) || line.number() != entries.size() + 1) {
                suspects.add(new Broken(at, JournalFault.OUT_OF_ORDER));
                return new JournalCheck(entries, head, torn, suspects.getFirst());
            }
            suspects.forEach(it -> torn.add(it.line()));
            suspects.clear();
            half = true;
            entries.add(line.entry());
            head = line.hash();
        }
        if (entries.isEmpty() && !half) {
            // no crash of a journal leaves this: a file of something else must not be called good
            return new JournalCheck(entries, head, torn, suspects.getFirst());
        }
        suspects.forEach(it -> torn.add(it.line()));
        return new JournalCheck(entries, head, torn, null);
    }

    /** Intents that no outcome and no settlement follows: whether they were done is not known. */
    public List<JournalEntry> open() {
        var open = new ArrayList<JournalEntry>();
        for (var entry : entries) {
            if (entry.kind() == JournalEntry.Kind.INTENT) {
                open.add(entry);
            } else {
                open.removeIf(intent -> intent.operation().equals(entry.operation()));
            }
        }
        return List.copyOf(open);
    }
}
