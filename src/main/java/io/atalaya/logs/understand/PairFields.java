package io.atalaya.logs.understand;

import io.atalaya.logs.understand.Fields.Form;
import java.util.ArrayList;
import java.util.List;

/** {@code key=value}, {@code key="some words"} among other text. One object for one text. */
final class PairFields {
    private static final int MOST_TEXT = 64 * 1024;
    private static final int MOST_NAME = 100;

    private final String text;
    private final int end;
    private final List<Field> fields = new ArrayList<>();

    private PairFields(String text) {
        this.text = text;
        this.end = Math.min(text.length(), MOST_TEXT);
    }

    static Fields of(String text) {
        var read = new PairFields(text);
        read.all();
        boolean more = text.length() > MOST_TEXT || read.fields.size() == Fields.MOST;
        return new Fields(read.fields.isEmpty() ? Form.NONE : Form.PAIRS, read.fields, !read.fields.isEmpty() && more);
    }

    private void all() {
        int at = 0;
        while (fields.size() < Fields.MOST) {
            int equals = text.indexOf('=', at);
            if (equals < 0 || equals >= end - 1) {
                return;
            }
            int name = equals;
            while (name > at && equals - name <= MOST_NAME && ofName(text.charAt(name - 1))) {
                name--;
            }
            boolean fits = name < equals
                    && !Character.isDigit(text.charAt(name))
                    && (name == 0 || name == at || before(text.charAt(name - 1)))
                    && "=<>!~ ".indexOf(text.charAt(equals + 1)) < 0;
            at = fits ? value(text.substring(name, equals), equals + 1) : equals + 1;
        }
    }

    /** Takes the value; returns where it ends. */
    private int value(String name, int from) {
        char quote = text.charAt(from);
        if (quote == '"' || quote == '\'') {
            int to = from + 1;
            while (to < end && text.charAt(to) != quote) {
                to += text.charAt(to) == '\\' ? 2 : 1;
            }
            if (to < end) {
                add(name, text.substring(from + 1, to).replace("\\" + quote, String.valueOf(quote)), false);
                return to + 1;
            }
        }
        int to = from;
        while (to < end && !Character.isWhitespace(text.charAt(to)) && ",;)]}&|\"".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        if (to > from) {
            add(name, text.substring(from, to), true);
        }
        return to;
    }

    private void add(String name, String value, boolean bare) {
        var kept = value.length() > Fields.MOST_VALUE ? value.substring(0, Fields.MOST_VALUE) : value;
        fields.add(new Field(name, kept, bare ? type(kept) : Field.Type.TEXT));
    }

    static Field.Type type(String value) {
        return switch (value) {
            case "true", "false" -> Field.Type.BOOLEAN;
            case "null", "nil", "<nil>" -> Field.Type.NULL;
            default -> number(value) ? Field.Type.NUMBER : Field.Type.TEXT;
        };
    }

    private static boolean number(String value) {
        int from = value.startsWith("-") ? 1 : 0;
        int dots = 0;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '.' && i > from && i + 1 < value.length()) {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return value.length() > from && value.length() < 40 && dots <= 1;
    }

    private static boolean ofName(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "_.-@".indexOf(c) >= 0
                || c > 0xBF && Character.isLetter(c);
    }

    private static boolean before(char c) {
        return Character.isWhitespace(c) || ",;([{|&?\"':".indexOf(c) >= 0;
    }
}
