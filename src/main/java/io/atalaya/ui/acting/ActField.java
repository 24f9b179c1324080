package io.atalaya.ui.acting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One thing a person chooses for an act. Its id is the name of the operation's component, and so is the end of its label's key:
 * {@code operate.field.ID}.
 */
public sealed interface ActField {
    String id();

    /** What stands in it at first. */
    Object initial();

    /** Whether what stands in it at first is how the resource is now, so that now and after are shown side by side. */
    boolean current();

    /**
     * @param lines how many lines high
     * @param sample something that passes every rule of the field; finds out which field broke one
     */
    record Text(String id, String initial, boolean current, int lines, String sample) implements ActField {}

    /** A whole number; typed text, so that what is no number can be told. Empty where it may be left out. */
    record Number(String id, String initial, boolean current, String sample) implements ActField {}

    /** One of a few. */
    record Choice(String id, String initial, boolean current, List<Option> options) implements ActField {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * @param label as AWS or the person who made it named it, or a word of ours
     */
    record Option(String value, String label) {}

    record Check(String id, Boolean initial, boolean current) implements ActField {}

    /** Keys with values, one {@code key=value} to a line. */
    record Pairs(String id, Map<String, String> initial, boolean current) implements ActField {
        public Pairs {
            initial = Map.copyOf(initial);
        }
    }

    /** Any of a few. */
    record Picks(String id, List<String> initial, boolean current, List<Option> options) implements ActField {
        public Picks {
            initial = List.copyOf(initial);
            options = List.copyOf(options);
        }
    }

    /** A number for each of a few named things: weights. */
    record Numbers(String id, Map<String, String> initial, boolean current, List<Option> names) implements ActField {
        public Numbers {
            initial = Map.copyOf(initial);
            names = List.copyOf(names);
        }
    }

    /** A moment, typed as local time to the second. */
    record Moment(String id, Instant initial, boolean current) implements ActField {}

    /** Free text of one line that says nothing about now. */
    static Text text(String id, String initial, String sample) {
        return new Text(id, initial, false, 1, sample);
    }

    /** A number that is set to this now. */
    static Number number(String id, int now) {
        return new Number(id, String.valueOf(now), true, String.valueOf(now));
    }

    /** One of a few, of which this one is set now. */
    static Choice choiceNow(String id, String now, List<Option> options) {
        return new Choice(id, now, true, options);
    }

    /** One of a few; the first stands in it. */
    static Choice choice(String id, List<Option> options) {
        return new Choice(id, options.isEmpty() ? "" : options.getFirst().value(), false, options);
    }

    /** A number that may be left out; nothing stands in it. */
    static Number maybe(String id) {
        return new Number(id, "", false, "");
    }

    /** Words of AWS that need no translation. */
    static List<Option> words(String... values) {
        return List.of(values).stream().map(it -> new Option(it, it)).toList();
    }

    /** What stands in it when nothing may be wrong with it. */
    default Object blameless() {
        return switch (this) {
            case Text it -> it.sample();
            case Number it -> it.sample();
            case Picks it -> it.options().stream().map(Option::value).toList();
            default -> Objects.requireNonNull(initial());
        };
    }
}
