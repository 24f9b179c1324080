package io.atalaya.evidence.capture;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.TreeSet;

/** Places of a text that are replaced, all at once; what is inside of another goes with it. One character is one byte. */
final class Spans {
    private record Span(int from, int to, String by) {}

    private final TreeSet<Span> all = new TreeSet<>(Comparator.comparingInt(Span::from)
            .thenComparing(Comparator.comparingInt(Span::to).reversed())
            .thenComparing(Span::by));

    void replace(int from, int to, String by) {
        all.add(new Span(from, to, by));
    }

    String in(String text) {
        if (all.isEmpty()) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int at = 0;
        for (var span : all) {
            if (span.from >= at) {
                out.append(text, at, span.from).append(span.by);
                at = span.to;
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Bytes as characters, and back. */
    static String ofBytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] toBytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What it says in UTF-8. */
    static String read(String bytes) {
        return new String(toBytes(bytes), StandardCharsets.UTF_8);
    }

    static String write(String text) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
