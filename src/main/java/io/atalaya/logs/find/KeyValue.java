package io.atalaya.logs.find;

import io.atalaya.logs.find.FieldNeedle.Answer;
import java.nio.charset.StandardCharsets;

/** Looks for {@code name=value} in a text; the value ends at a blank, a comma or a bracket, unless it is quoted. */
final class KeyValue {
    private final FieldQuery query;
    private final LiteralScan key;

    KeyValue(FieldQuery query) {
        this.query = query;
        this.key = new LiteralScan((query.name() + "=").getBytes(StandardCharsets.UTF_8), false);
    }

    Answer ask(byte[] bytes, int from, int to) {
        var answer = Answer.ABSENT;
        for (int at = key.find(bytes, from, to); at >= 0; at = key.find(bytes, at + 1, to)) {
            if (at == from || isBefore(bytes[at - 1])) {
                if (query.holds(value(bytes, at + key.length(), to))) {
                    return Answer.HOLDS;
                }
                answer = Answer.DIFFERS;
            }
        }
        return answer;
    }

    private static boolean isBefore(byte each) {
        return each <= ' ' && each >= 0 || ",;|&?([{\"'".indexOf(each) >= 0;
    }

    private static String value(byte[] bytes, int from, int to) {
        if (from < to && (bytes[from] == '"' || bytes[from] == '\'')) {
            return quoted(bytes, from, to);
        }
        int end = from;
        while (end < to && (bytes[end] > ' ' || bytes[end] < 0) && ",;|&)]}\"".indexOf(bytes[end]) < 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static String quoted(byte[] bytes, int from, int to) {
        int end = from + 1;
        boolean escaped = false;
        while (end < to && bytes[end] != bytes[from]) {
            escaped |= bytes[end] == '\\';
            end += bytes[end] == '\\' ? 2 : 1;
        }
        end = Math.min(end, to);
        var value = new String(bytes, from + 1, end - from - 1, StandardCharsets.UTF_8);
        return escaped ? value.replace("\\\"", "\"").replace("\\'", "'").replace("\\\\", "\\") : value;
    }
}
