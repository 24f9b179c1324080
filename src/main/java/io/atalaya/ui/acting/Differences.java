package io.atalaya.ui.acting;

import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.Map;

/** What a resource is now beside what it would be. */
final class Differences {
    /** One setting. */
    record Row(String label, String now, String after) {
        boolean differs() {
            return !now.equals(after);
        }
    }

    private Differences() {}

    /** The fields that say how it is now, in their order. */
    static List<Row> of(List<ActField> fields, ActValues values, Texts texts) {
        return fields.stream()
                .filter(ActField::current)
                .map(field -> new Row(
                        FieldControl.label(field, texts),
                        text(field, field.initial(), texts),
                        text(field, values.get(field.id()), texts)))
                .toList();
    }

    private static String text(ActField field, Object value, Texts texts) {
        return switch (field) {
            case ActField.Choice it ->
                it.options().stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .map(ActField.Option::label)
                        .orElse(String.valueOf(value));
            case ActField.Check it -> texts.get((Boolean) value ? "acting.yes" : "acting.no");
            case ActField.Picks it ->
                value instanceof List<?> picks
                        ? String.join("\n", picks.stream().map(String::valueOf).toList())
                        : "";
            case ActField.Numbers it -> weights(it, value);
            case ActField.Pairs it -> value instanceof Map<?, ?> pairs ? lines(pairs) : String.valueOf(value);
            default -> String.valueOf(value).strip();
        };
    }

    private static String weights(ActField.Numbers field, Object value) {
        if (!(value instanceof Map<?, ?> byName)) {
            return String.valueOf(value);
        }
        return String.join(
                "\n",
                field.names().stream()
                        .map(it -> it.label() + " " + byName.get(it.value()))
                        .toList());
    }

    private static String lines(Map<?, ?> pairs) {
        return String.join(
                "\n",
                pairs.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .sorted()
                        .toList());
    }
}
