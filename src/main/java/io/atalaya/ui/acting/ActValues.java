package io.atalaya.ui.acting;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands in the fields of an act, by their ids. */
public final class ActValues {
    private final Map<String, Object> byId;

    private ActValues(Map<String, Object> byId) {
        this.byId = Map.copyOf(byId);
    }

    /** What stands in them at first. */
    public static ActValues initial(List<ActField> fields) {
        var values = new LinkedHashMap<String, Object>();
        fields.forEach(field -> values.put(field.id(), field.initial()));
        return new ActValues(values);
    }

    public ActValues with(String id, Object value) {
        var values = new LinkedHashMap<>(byId);
        values.put(id, value);
        return new ActValues(values);
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    public Object get(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    public String text(String id) {
        return (String) get(id);
    }

    /** Null where nothing was typed. */
    public @Nullable String textOrNull(String id) {
        var text = text(id);
        return text.isBlank() ? null : text;
    }

    public boolean flag(String id) {
        return (Boolean) get(id);
    }

    /** @throws BadFieldException when it is no whole number */
    public int number(String id) {
        return number(text(id), id);
    }

    /** Null where nothing was typed. */
    public @Nullable Integer numberOrNull(String id) {
        var text = text(id).strip();
        return text.isEmpty() ? null : Integer.valueOf(number(text, id));
    }

    /** Null where nothing was typed. */
    public @Nullable Double decimalOrNull(String id) {
        var text = text(id).strip();
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new BadFieldException(id, "acting.input.number", text);
        }
    }

    private static int number(String text, String id) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new BadFieldException(id, "acting.input.number", text);
        }
    }

    @SuppressWarnings("unchecked") // pairs are put in by their own field only
    public Map<String, String> pairs(String id) {
        return (Map<String, String>) get(id);
    }

    /** Each of them a number. */
    public Map<String, Integer> numbers(String id) {
        var numbers = new LinkedHashMap<String, Integer>();
        pairs(id).forEach((name, typed) -> numbers.put(name, number(typed, id)));
        return numbers;
    }

    @SuppressWarnings("unchecked") // picks are put in by their own field only
    public List<String> picks(String id) {
        return (List<String>) get(id);
    }

    /** The lines that are not empty. */
    public List<String> lines(String id) {
        return text(id).lines().filter(it -> !it.isBlank()).toList();
    }

    public Instant moment(String id) {
        var value = get(id);
        if (value instanceof Instant it) {
            return it;
        }
        throw new BadFieldException(id, "acting.input.moment", String.valueOf(value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActValues values && values.byId.equals(byId);
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }
}
