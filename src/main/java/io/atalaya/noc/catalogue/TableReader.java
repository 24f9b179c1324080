package io.atalaya.noc.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Takes values out of one table of a file: what is not as it should be is noted with its place, and counts as not there. */
final class TableReader {
    private static final int LONGEST_TEXT = 20_000;

    private final TomlTable table;
    private final Notes notes;
    private final TomlPosition begin;
    private final Set<String> asked = new HashSet<>();

    /** Where what is wrong is noted. */
    record Notes(String file, List<CatalogueProblem> problems) {
        void add(TomlPosition at, String reason) {
            problems.add(new CatalogueProblem(file, at.line(), at.column(), reason));
        }
    }

    TableReader(TomlTable table, TomlPosition begin, Notes notes) {
        this.table = table;
        this.begin = begin;
        this.notes = notes;
    }

    boolean has(String key) {
        asked.add(key);
        return table.contains(List.of(key));
    }

    /** Notes what is wrong with the value of a key, or with the table where it has none. */
    void wrong(String key, String reason) {
        notes.add(position(key), reason);
    }

    /** Whether the value is exactly this text. */
    boolean says(String key, String text) {
        return text.equals(value(key));
    }

    Optional<String> text(String key) {
        var value = value(key);
        if (value instanceof String text) {
            if (text.length() <= LONGEST_TEXT) {
                return Optional.of(text);
            }
            wrong(key, key + " is longer than " + LONGEST_TEXT + " characters");
        } else if (value != null) {
            wrong(key, key + " must be text");
        }
        return Optional.empty();
    }

    /** Text that must be there. */
    Optional<String> required(String key) {
        if (!has(key)) {
            notes.add(begin, key + " is missing");
            return Optional.empty();
        }
        return text(key).filter(text -> {
            if (text.isBlank()) {
                wrong(key, key + " is empty");
            }
            return !text.isBlank();
        });
    }

    Optional<Double> number(String key) {
        var value = value(key);
        if (value instanceof Long whole) {
            return Optional.of(whole.doubleValue());
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return Optional.of(number);
        }
        if (value != null) {
            wrong(key, key + " must be a number");
        }
        return Optional.empty();
    }

    Optional<Boolean> flag(String key) {
        var value = value(key);
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        if (value != null) {
            wrong(key, key + " must be true or false");
        }
        return Optional.empty();
    }

    /** A constant as files have it: {@code load-balancer} for {@code LOAD_BALANCER}. */
    <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        var text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var words = new ArrayList<String>();
        for (var each : type.getEnumConstants()) {
            var word = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(text.get())) {
                return Optional.of(each);
            }
            words.add(word);
        }
        wrong(key, key + " is \"" + text.get() + "\", and must be one of " + String.join(", ", words));
        return Optional.empty();
    }

    Optional<Pattern> pattern(String key) {
        var text = required(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var pattern = Pattern.compile(text.get());
            if (pattern.matcher("").groupCount() > 0) {
                return Optional.of(pattern);
            }
            wrong(key, key + " has no group ( ) for the value");
        } catch (PatternSyntaxException e) {
            wrong(key, key + " is no regular expression: " + e.getDescription());
        }
        return Optional.empty();
    }

    /** Texts of an array; empty where there is none. */
    Optional<List<String>> texts(String key) {
        var value = value(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof TomlArray array)) {
            wrong(key, key + " must be a list of texts");
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof String text && !text.isBlank()) {
                texts.add(text);
            } else {
                notes.add(array.inputPositionOf(i), key + " must be a list of texts");
            }
        }
        return Optional.of(texts);
    }

    /** Texts by key of a table inside this one. */
    Map<String, Glob> globs(String key) {
        var value = value(key);
        var globs = new LinkedHashMap<String, Glob>();
        if (value instanceof TomlTable inner) {
            for (var name : inner.keySet()) {
                if (inner.get(List.of(name)) instanceof String text) {
                    globs.put(name, new Glob(text));
                } else {
                    notes.add(where(inner.inputPositionOf(List.of(name))), key + "." + name + " must be text");
                }
            }
        } else if (value != null) {
            wrong(key, key + " must be a table");
        }
        return globs;
    }

    /** Tables of an array of tables; empty where there is none. */
    List<TableReader> tables(String key) {
        var value = value(key);
        var tables = new ArrayList<TableReader>();
        if (value instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof TomlTable inner) {
                    tables.add(new TableReader(inner, array.inputPositionOf(i), notes));
                } else {
                    notes.add(array.inputPositionOf(i), key + " must be tables: [[" + key + "]]");
                }
            }
        } else if (value != null) {
            wrong(key, key + " must be tables: [[" + key + "]]");
        }
        return tables;
    }

    /** Tables by their names inside a table; empty where there is none. */
    Map<String, TableReader> named(String key) {
        var value = value(key);
        var tables = new LinkedHashMap<String, TableReader>();
        if (value instanceof TomlTable outer) {
            for (var name : outer.keySet()) {
                var at = where(outer.inputPositionOf(List.of(name)));
                if (outer.get(List.of(name)) instanceof TomlTable inner) {
                    tables.put(name, new TableReader(inner, at, notes));
                } else {
                    notes.add(at, key + "." + name + " must be a table");
                }
            }
        } else if (value != null) {
            wrong(key, key + " must be a table");
        }
        return tables;
    }

    /** Notes every key that nobody asked for: a word that is spelt wrong must not be a threshold that is not there. */
    void finish() {
        for (var key : table.keySet()) {
            if (!asked.contains(key)) {
                wrong(key, "nothing is called " + key + " here");
            }
        }
    }

    private @Nullable Object value(String key) {
        asked.add(key);
        return table.get(List.of(key));
    }

    private TomlPosition position(String key) {
        return where(table.inputPositionOf(List.of(key)));
    }

    private TomlPosition where(@Nullable TomlPosition position) {
        return Objects.requireNonNullElse(position, begin);
    }
}
