package io.atalaya.sandbox.world.insights;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions of a row. */
final class Functions {
    private static final Map<String, Function<List<@Nullable Object>, @Nullable Object>> ALL = Map.ofEntries(
            Map.entry("strlen", a -> (double) text(a, 0).length()),
            Map.entry("tolower", a -> text(a, 0).toLowerCase(Locale.ROOT)),
            Map.entry("lower", a -> text(a, 0).toLowerCase(Locale.ROOT)),
            Map.entry("toupper", a -> text(a, 0).toUpperCase(Locale.ROOT)),
            Map.entry("upper", a -> text(a, 0).toUpperCase(Locale.ROOT)),
            Map.entry("trim", a -> text(a, 0).strip()),
            Map.entry("concat", Functions::concat),
            Map.entry("substr", Functions::substr),
            Map.entry("replace", a -> text(a, 0).replace(text(a, 1), text(a, 2))),
            Map.entry("strcontains", a -> text(a, 0).contains(text(a, 1)) ? 1.0 : 0.0),
            Map.entry("ispresent", a -> a.getFirst() != null),
            Map.entry("isempty", a -> a.getFirst() == null || text(a, 0).isEmpty()),
            Map.entry("isblank", a -> a.getFirst() == null || text(a, 0).isBlank()),
            Map.entry(
                    "coalesce",
                    a -> a.stream().filter(Objects::nonNull).findFirst().orElse(null)),
            Map.entry("abs", a -> math(a, Math::abs)),
            Map.entry("ceil", a -> math(a, Math::ceil)),
            Map.entry("floor", a -> math(a, Math::floor)),
            Map.entry("sqrt", a -> math(a, Math::sqrt)),
            Map.entry("log", a -> math(a, Math::log)),
            Map.entry("greatest", a -> a.stream()
                    .filter(Objects::nonNull)
                    .max(Values::compare)
                    .orElse(null)),
            Map.entry("least", a -> a.stream()
                    .filter(Objects::nonNull)
                    .min(Values::compare)
                    .orElse(null)),
            Map.entry("datefloor", a -> floor(a.get(0), a.get(1))),
            Map.entry("tomillis", a -> Values.millis(a.getFirst()) instanceof Long ms ? (Object) (double) ms : null),
            Map.entry("frommillis", a -> Values.millis(a.getFirst()) instanceof Long ms ? Values.time(ms) : null));

    private Functions() {}

    static Optional<Function<List<@Nullable Object>, @Nullable Object>> named(String name) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The time rounded down to a whole multiple; text. */
    static @Nullable Object floor(@Nullable Object time, @Nullable Object period) {
        Long millis = Values.millis(time);
        return millis != null && period instanceof Double step
                ? Values.time(millis - Math.floorMod(millis, step.longValue()))
                : null;
    }

    private static String concat(List<@Nullable Object> arguments) {
        var all = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            all.append(text(arguments, i));
        }
        return all.toString();
    }

    private static String substr(List<@Nullable Object> arguments) {
        String text = text(arguments, 0);
        int from = bounded(arguments.get(1), text.length());
        int length = arguments.size() > 2 ? bounded(arguments.get(2), text.length() - from) : text.length() - from;
        return text.substring(from, from + length);
    }

    private static int bounded(@Nullable Object value, int most) {
        Double number = Values.number(value);
        return number == null ? 0 : Math.clamp(number.intValue(), 0, most);
    }

    private static @Nullable Object math(List<@Nullable Object> arguments, Function<Double, Double> function) {
        Double number = Values.number(arguments.getFirst());
        return number == null ? null : function.apply(number);
    }

    private static String text(List<@Nullable Object> arguments, int i) {
        String text = i < arguments.size() ? Values.text(arguments.get(i)) : null;
        return text == null ? "" : text;
    }
}
