package io.atalaya.operate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence of a preflight is there in every language, takes what the rule gives it, and is said in some situation. */
class PreflightTextsTest {
    private static final String PREFIX = "operate.preflight.";
    private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.of("es"), Locale.of("pt", "BR"));

    static Stream<Row> rows() {
        return Row.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void canBeSaid(Row row) {
        for (var language : LANGUAGES) {
            var texts = texts(language);
            for (var each : row.judged(false, true).consequences()) {
                var arguments = each.arguments().toArray();
                var pattern = texts.getString(each.key());
                var said = arguments.length == 0 ? pattern : new MessageFormat(pattern, language).format(arguments);
                assertThat(said).as(each.key()).isNotBlank().doesNotContain("{", "}", "''", "null");
                if (arguments.length == 0) {
                    assertThat(pattern).as("nobody fills it in").doesNotContain("{");
                }
                for (var argument : arguments) {
                    assertThat(argument).isNotInstanceOf(List.class);
                }
                assertThat(highest(pattern)).as(each.key()).isLessThan(Math.max(1, arguments.length));
            }
        }
    }

    private static int highest(String pattern) {
        return Arrays.stream(pattern.split("\\{"))
                .skip(1)
                .filter(it -> Character.isDigit(it.charAt(0)))
                .mapToInt(it -> it.charAt(0) - '0')
                .max()
                .orElse(-1);
    }

    @Test
    void eachIsSaidInSomeSituation() {
        var said = Row.all()
                .flatMap(row -> row.judged(false, true).consequences().stream())
                .map(Consequence::key)
                .collect(Collectors.toCollection(TreeSet::new));
        var there = texts(Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(said);
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                "io.atalaya.operate.operate",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
