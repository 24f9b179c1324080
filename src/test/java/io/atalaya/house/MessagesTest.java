package io.atalaya.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in every language, and none is there that nobody shows. */
class MessagesTest {
    private static final Path RESOURCES = Path.of("resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<String> LANGUAGES = List.of("_es", "_pt_BR");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([A-Za-z0-9_.\\-]+)\"");
    /** picocli finds the description of a command by this name, which stands in no source. */
    private static final String PICOCLI_KEY = "usage.description";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @Test
    void everyLanguageHasEveryKeyWithTheSamePlaceholders() throws IOException {
        var wrong = new ArrayList<String>();
        for (var english : bundles()) {
            var keys = load(english);
            for (var language : LANGUAGES) {
                var other = Path.of(english.toString().replace(".properties", language + ".properties"));
                if (!Files.exists(other)) {
                    wrong.add(other + " is missing");
                    continue;
                }
                var translated = load(other);
                for (var key : keys.stringPropertyNames()) {
                    var text = translated.getProperty(key);
                    if (text == null) {
                        wrong.add(other + ": " + key + " is missing");
                    } else if (!placeholders(text).equals(placeholders(keys.getProperty(key)))) {
                        wrong.add(other + ": " + key + " has other placeholders than the English text");
                    }
                }
                for (var key : translated.stringPropertyNames()) {
                    if (!keys.containsKey(key)) {
                        wrong.add(other + ": " + key + " is not in English");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTextWithArgumentsIsAPatternThatCanBeFilled() throws IOException {
        var wrong = new ArrayList<String>();
        for (var file : allBundles()) {
            var texts = load(file);
            for (var key : texts.stringPropertyNames()) {
                var text = texts.getProperty(key);
                if (!placeholders(text).isEmpty()) {
                    try {
                        var filled = new MessageFormat(text).format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
                        if (PLACEHOLDER.matcher(filled).find()) {
                            wrong.add(file + ": " + key + " keeps a placeholder: an apostrophe must be doubled");
                        }
                    } catch (IllegalArgumentException e) {
                        wrong.add(file + ": " + key + ": " + e.getMessage());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyKeyOfTheScreensIsThere() throws IOException {
        var known = allKeys();
        var missing = new ArrayList<String>();
        for (var fxml : files(RESOURCES, ".fxml")) {
            var matcher = FXML_KEY.matcher(Files.readString(fxml));
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    missing.add(fxml + ": " + matcher.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A key counts as used when it stands in Java or FXML, or when code builds it from a prefix that stands there. */
    @Test
    void noKeyIsObsolete() throws IOException {
        var text = new StringBuilder();
        for (var file : files(SOURCES, ".java")) {
            text.append(Files.readString(file));
        }
        for (var file : files(RESOURCES, ".fxml")) {
            text.append(Files.readString(file));
        }
        var used = text.toString();
        var obsolete = new TreeSet<String>();
        for (var key : allKeys()) {
            if (!key.endsWith(PICOCLI_KEY) && !used.contains(key) && !builtFromPrefix(key, used)) {
                obsolete.add(key);
            }
        }
        assertThat(obsolete).isEmpty();
    }

    private static boolean builtFromPrefix(String key, String used) {
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            if (used.contains("\"" + key.substring(0, dot + 1) + "\"")) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> placeholders(String text) {
        var found = new TreeSet<String>();
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Set<String> allKeys() throws IOException {
        var keys = new TreeSet<String>();
        for (var bundle : bundles()) {
            keys.addAll(load(bundle).stringPropertyNames());
        }
        return keys;
    }

    private static List<Path> bundles() throws IOException {
        return allBundles().stream()
                .filter(each ->
                        LANGUAGES.stream().noneMatch(it -> each.toString().endsWith(it + ".properties")))
                .toList();
    }

    private static List<Path> allBundles() throws IOException {
        return files(RESOURCES, ".properties").stream()
                .filter(each -> !each.getFileName().toString().startsWith("build"))
                .toList();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
