package io.atalaya.sandbox.world.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code [ip, user, ..., status=4*, bytes>1000]}: conditions on the space-delimited fields of an event. */
final class SpacePattern {
    private static final Pattern FIELD = Pattern.compile("\\[([^\\]]*)]|\"([^\"]*)\"|(\\S+)");

    /** @param rest whether it stands for any number of fields */
    private record Part(boolean rest, Predicate<String> test) {}

    private SpacePattern() {}

    /** @throws IllegalArgumentException when it is none */
    static Predicate<String> parse(String text) {
        var words = new PatternWords(text);
        words.expect("[");
        List<Part> parts = new ArrayList<>();
        do {
            parts.add(part(words));
        } while (words.take(","));
        words.expect("]");
        if (!words.isOver() || parts.stream().filter(Part::rest).count() > 1) {
            throw PatternWords.invalid();
        }
        return message -> matches(parts, fields(message));
    }

    private static Part part(PatternWords words) {
        if (words.take("...")) {
            return new Part(true, field -> true);
        }
        String name = words.next();
        Predicate<String> test = field -> true;
        boolean conditional = false;
        for (String operator : List.of("=", "!=", ">=", "<=", ">", "<")) {
            if (words.take(operator)) {
                test = PatternValue.test(operator, words.next());
                conditional = true;
                break;
            }
        }
        while (conditional && (words.take("||") || words.take("&&"))) {
            throw new IllegalArgumentException("Invalid filter pattern: the sandbox takes one condition a field");
        }
        if (!name.matches("[\\w.-]+")) {
            throw PatternWords.invalid();
        }
        return new Part(false, test);
    }

    private static List<String> fields(String message) {
        List<String> fields = new ArrayList<>();
        Matcher m = FIELD.matcher(message);
        while (m.find()) {
            fields.add(m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3));
        }
        return fields;
    }

    private static boolean matches(List<Part> parts, List<String> fields) {
        int rest = fields.size() - (parts.size() - 1);
        boolean hasRest = parts.stream().anyMatch(Part::rest);
        if (hasRest ? rest < 0 : fields.size() != parts.size()) {
            return false;
        }
        int at = 0;
        for (Part part : parts) {
            if (part.rest()) {
                at += rest;
            } else if (!part.test().test(fields.get(at++))) {
                return false;
            }
        }
        return true;
    }
}
