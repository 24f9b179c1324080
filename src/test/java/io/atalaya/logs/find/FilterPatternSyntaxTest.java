package io.atalaya.logs.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.find.FilterPatternSyntax.Finding;
import io.atalaya.logs.find.FilterPatternSyntax.Kind;
import io.atalaya.logs.find.FilterPatternSyntax.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternSyntaxTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR",
                "\"not responding, timed out\" -DEBUG",
                "?ERROR ?WARN",
                "%5[0-9]{2}%",
                "{ $.status = 500 }",
                "{ ($.a.b >= 3) && ($.c[0] = \"x && y\" || $.d IS NULL) }",
                "{ $.x EXISTS }",
                "{ $.x NOT EXISTS }",
                "[ip, user, ..., status = 5*, bytes > 1000]",
                "",
                "{ $.m = %a(b|c)% }"
            })
    void takesWhatAwsTakes(String pattern) {
        assertThat(FilterPatternSyntax.read(pattern).trouble()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "\"open; QUOTE_OPEN; 0",
                "a %b; REGEX_OPEN; 2",
                "%%; REGEX_EMPTY; 0",
                "%a% %b% %c%; REGEX_TOO_MANY; 8",
                "{ $.a = 1; BRACKET_OPEN; 0",
                "[a, b}; BRACKET_OPEN; 5",
                "{ $.a = 1 } x; BEHIND_END; 11",
                "{ a = 1 }; NO_SELECTOR; 2",
                "{ $.a }; NO_COMPARISON; 2",
                "{ $.a = 1 AND $.b = 2 }; WORD_FOR_SIGN; 2",
                "ERROR ?WARN; OPTIONAL_DISREGARDED; 6",
                "time-out; NEEDS_QUOTES; 0"
            })
    void saysWhatIsWrongAndWhere(String pattern, Trouble trouble, int position) {
        assertThat(FilterPatternSyntax.read(pattern).trouble()).hasValue(new Finding(trouble, position));
    }

    @Test
    void tellsTheParts() {
        var meaning = FilterPatternSyntax.read("ERROR \"time out\" -DEBUG");
        assertThat(meaning.kind()).isEqualTo(Kind.TERMS);
        assertThat(meaning.all()).isEqualTo(List.of("ERROR", "\"time out\""));
        assertThat(meaning.none()).isEqualTo(List.of("DEBUG"));
        assertThat(FilterPatternSyntax.read("x".repeat(1025)).trouble()).hasValue(new Finding(Trouble.TOO_LONG, 1024));
    }
}
