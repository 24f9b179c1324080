package io.atalaya.evidence.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that were taken out of one place and must not stand in another. */
final class Hidden {
    /** From this length on it is nothing else wherever it stands; a shorter one counts where it is a word of its own. */
    private static final int UNMISTAKABLE = 8;
    /** What is shorter, or a plain number or yes and no, says nothing by itself. */
    private static final int SHORTEST = 3;

    private static final Pattern PLAIN = Pattern.compile("(?i)true|false|null|none|[0-9.:-]{1,5}|\\**|\\[left out]");

    private final Map<String, String> names = new LinkedHashMap<>();
    private List<Pattern> raw = List.of();
    private List<String> owners = List.of();

    /** @param name of the field that has it */
    void add(String value, String name) {
        var text = value.strip();
        if (text.length() >= SHORTEST && !PLAIN.matcher(text).matches() && names.putIfAbsent(text, name) == null) {
            raw = List.of();
        }
    }

    /** A text whose characters are bytes, without these values however they are written. */
    String cleared(String bytes, Consumer<String> count) {
        prepare();
        var text = bytes;
        for (int i = 0; i < raw.size(); i++) {
            var owner = owners.get(i);
            text = raw.get(i).matcher(text).replaceAll(found -> {
                count.accept(owner);
                return Matcher.quoteReplacement(Masks.GONE);
            });
        }
        return text;
    }

    /** Which field's value still stands in a text, in whatever reading. */
    Optional<String> found(String text) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        for (var reading : Escapes.readings(text)) {
            for (var each : names.entrySet()) {
                if (reading.contains(each.getKey())
                        && Pattern.compile(pattern(each.getKey(), each.getKey().length()))
                                .matcher(reading)
                                .find()) {
                    return Optional.of(each.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private void prepare() {
        if (!raw.isEmpty() || names.isEmpty()) {
            return;
        }
        var patterns = new ArrayList<Pattern>();
        var whose = new ArrayList<String>();
        // what holds another one goes first
        names.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, String> it) -> -it.getKey().length()))
                .forEach(each -> Escapes.of(each.getKey()).stream()
                        .map(Spans::write)
                        .sorted(Comparator.comparing(it -> -it.length()))
                        .forEach(it -> {
                            patterns.add(
                                    Pattern.compile(pattern(it, each.getKey().length())));
                            whose.add(each.getValue());
                        }));
        raw = List.copyOf(patterns);
        owners = List.copyOf(whose);
    }

    private static String pattern(String text, int length) {
        var quoted = Pattern.quote(text);
        return length >= UNMISTAKABLE ? quoted : "(?<![A-Za-z0-9])" + quoted + "(?![A-Za-z0-9])";
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d values", names.size()); // never themselves
    }
}
