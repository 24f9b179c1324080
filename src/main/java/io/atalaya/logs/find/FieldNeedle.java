package io.atalaya.logs.find;

import io.atalaya.logs.Level;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * A comparison on a field of a JSON text, of a JSON object that ends a text, or on {@code name=value} within a text. Where a text
 * names no field {@code level}, its understood level is compared.
 */
final class FieldNeedle implements Needle {
    private final FieldQuery query;
    private final JsonField json;
    private final KeyValue words;
    private final LiteralScan name;
    private final boolean level;

    private FieldNeedle(FieldQuery query) {
        this.query = query;
        this.json = new JsonField(query);
        this.words = new KeyValue(query);
        this.name = new LiteralScan(query.path().getLast().getBytes(StandardCharsets.UTF_8), false);
        this.level = query.name().equals("level");
    }

    static Supplier<Needle> of(String text, boolean matchCase) throws BadClause {
        var query = FieldQuery.parse(text, matchCase);
        return () -> new FieldNeedle(query);
    }

    @Override
    public boolean in(byte[] bytes, int from, int to, Level understood) {
        var answer = Answer.ABSENT;
        if (name.find(bytes, from, to) >= 0) {
            int first = skipBlanks(bytes, from, to);
            boolean object = first < to && bytes[first] == '{';
            answer = object ? json.ask(bytes, first, to) : words.ask(bytes, from, to);
            if (answer == Answer.ABSENT && !object) {
                int brace = brace(bytes, from, to);
                answer = brace < 0 ? answer : json.ask(bytes, brace, to);
            }
            if (answer == Answer.ABSENT && object) {
                answer = words.ask(bytes, from, to);
            }
        }
        if (answer == Answer.ABSENT && level) {
            return understood != Level.UNKNOWN && query.holds(understood.name());
        }
        return answer == Answer.HOLDS;
    }

    /** What a text says to the question. */
    enum Answer {
        ABSENT,
        HOLDS,
        DIFFERS
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    private static int brace(byte[] bytes, int from, int to) {
        for (int at = from; at + 1 < to; at++) {
            if (bytes[at] == '{' && (bytes[at + 1] == '"' || bytes[at + 1] == ' ')) {
                return at;
            }
        }
        return -1;
    }
}
