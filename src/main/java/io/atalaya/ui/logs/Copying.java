package io.atalaya.ui.logs;

import io.atalaya.logs.view.Row;
import java.util.Optional;

/** The chosen rows as text for the clipboard. */
final class Copying {
    /** More belongs into a file. */
    static final long MOST_ROWS = 20_000;

    private static final int MOST_CHARS = 20_000_000;

    private final Reader reader;
    private final RowWords words;

    Copying(Reader reader, RowWords words) {
        this.reader = reader;
        this.words = words;
    }

    /**
     * What was chosen, messages as they came; empty where nothing is, or where it is more than a clipboard should hold.
     *
     * @param prefixes whether time, level, group and stream stand before each message
     */
    Optional<String> text(boolean prefixes) {
        var first = reader.selection().first();
        var last = reader.selection().last();
        if (first < 0 || last - first >= MOST_ROWS) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (var number = first; number <= last; number++) {
            switch (reader.rows().row(number)) {
                case Row.Event it -> event(it, prefixes, text);
                case Row.Missing it -> {
                    if (prefixes) {
                        text.append("# ")
                                .append(words.title(it.gap(), reader.clock()))
                                .append(' ')
                                .append(words.why(it.gap()))
                                .append('\n');
                    }
                }
            }
            if (text.length() > MOST_CHARS) {
                return Optional.empty();
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private void event(Row.Event event, boolean prefixes, StringBuilder into) {
        if (prefixes) {
            into.append(reader.clock().full(event.at()))
                    .append(' ')
                    .append(words.level(event.level()))
                    .append(' ')
                    .append(GroupNames.name(event.group()))
                    .append(' ')
                    .append(event.stream())
                    .append(' ');
        }
        var message = reader.view().text(event.id()).orElse(event.text());
        into.append(message);
        if (!message.endsWith("\n")) {
            into.append('\n');
        }
    }
}
