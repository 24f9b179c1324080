package io.atalaya.ui.perimeter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole question in one line: {@code from internet to Progresus-ELB tcp 443}. In any of the console's languages. */
final class QuestionLine {
    private static final Pattern BEGIN = Pattern.compile("^(can|from|de|desde)\\s+", Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> BETWEEN =
            List.of("->|→", "\\s(to|reach)\\s", "\\s(hasta|hacia|para|até|a)\\s").stream()
                    .map(each -> Pattern.compile(each, Pattern.CASE_INSENSITIVE))
                    .toList();
    private static final Pattern ON = Pattern.compile("\\s(on|por|em|no|na)\\s+", Pattern.CASE_INSENSITIVE);

    private final EndBook ends;
    private final TrafficBook traffic;

    QuestionLine(EndBook ends, TrafficBook traffic) {
        this.ends = ends;
        this.traffic = traffic;
    }

    /** What a remembered line asks now; empty where an end is no more. */
    Optional<Asked> remembered(String line) {
        var parts = line.split("\t", -1);
        return parts.length == 3 ? asked(parts[0], parts[1], parts[2]) : Optional.empty();
    }

    /** What a typed line asks; empty when it is none, or names what there is not. */
    Optional<Asked> parse(String typed) {
        var line = BEGIN.matcher(typed.strip().replaceAll("\\?$", "").strip()).replaceFirst("");
        for (var between : BETWEEN) {
            var at = between.matcher(line);
            while (at.find()) {
                var found = rest(
                        line.substring(0, at.start()), line.substring(at.end()).strip());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it looks like a whole question and not like one end of it. */
    static boolean isWhole(String typed) {
        var line = BEGIN.matcher(typed.strip()).replaceFirst("");
        return BETWEEN.stream().anyMatch(between -> between.matcher(line).find());
    }

    /** The longest end of the line that is a port, and before it the end that is reached. */
    private Optional<Asked> rest(String from, String rest) {
        var on = ON.matcher(rest);
        if (on.find()) {
            var found = asked(from, rest.substring(0, on.start()), rest.substring(on.end()));
            if (found.isPresent()) {
                return found;
            }
        }
        for (var space = rest.indexOf(' '); space > 0; space = rest.indexOf(' ', space + 1)) {
            var found = asked(from, rest.substring(0, space), rest.substring(space + 1));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Asked> asked(String from, String to, String on) {
        return ends.parse(from).flatMap(one -> ends.parse(to)
                .flatMap(other -> traffic.parse(on).map(what -> new Asked(one, other, what))));
    }
}
