package io.atalaya.logs.understand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table of expectations in a text file: what is expected, a bar, the text. */
final class Rows {
    private Rows() {}

    /** One line of it. */
    record Row(String expected, String text) {}

    static List<Row> of(String file) {
        try (var in = Objects.requireNonNull(Rows.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# ") && line.contains("|"))
                    .map(Rows::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        int bar = line.indexOf('|');
        return new Row(line.substring(0, bar).strip(), unescaped(line.substring(bar + 1)));
    }

    private static String unescaped(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char next = text.charAt(++i);
            switch (next) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'e' -> out.append('\u001b');
                case '\\' -> out.append('\\');
                default -> out.append('\\').append(next);
            }
        }
        return out.toString();
    }
}
