package io.atalaya.sandbox.world.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.atalaya.sandbox.world.logs.FilterPattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filter patterns as the user guide of CloudWatch Logs explains them. */
class FilterPatternTest {
    private static final String JSON =
            "{\"level\":\"ERROR\",\"ms\":120,\"user\":null,\"ok\":true,\"a\":{\"b\":[{\"c\":\"x.1\"}]},\"ip\":\"10.1.2.3\"}";
    private static final String ACCESS =
            "127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534";

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "{ $.level = \"ERROR\" }! true",
                "{ $.level = ERR* }! true",
                "{ $.level = \"WARN\" }! false",
                "{ $.ms > 100 && $.ms <= 120 }! true",
                "{ ($.ms > 200 || $.ok IS TRUE) && $.user IS NULL }! true",
                "{ $.a.b[0].c = \"x.1\" }! true",
                "{ $.none NOT EXISTS }! true",
                "{ $.level NOT EXISTS }! false",
                "{ $.ip = %10\\.\\d+\\.2\\.3% }! true",
                "{ $.none = 1 }! false"
            })
    void fieldsOfJson(String pattern, boolean matches) {
        assertThat(FilterPattern.parse(pattern).test(JSON)).isEqualTo(matches);
        assertThat(FilterPattern.parse(pattern).test("not JSON")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "[ip, user, username, timestamp, request, status_code, bytes]! true",
                "[ip, user, username, timestamp, request = *html*, status_code = 4*, bytes]! true",
                "[ip, ..., status_code = 404, bytes > 1000]! true",
                "[..., bytes < 1000]! false",
                "[a, b]! false",
                "[ip = %127\\.0\\.0\\.[1-3]%, ...]! true"
            })
    void fieldsBetweenSpaces(String pattern, boolean matches) {
        assertThat(FilterPattern.parse(pattern).test(ACCESS)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "GET html! true",
                "get! false",
                "\"GET /index\" -POST! true",
                "?WARN ?404! true",
                "GET -404! false",
                "%\\d{4}%! true",
                "status=404! false"
            })
    void terms(String pattern, boolean matches) {
        assertThat(FilterPattern.parse(pattern).test(ACCESS)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"no end",
                "{ $.a = }",
                "{ $.a }",
                "{ a = 1 }",
                "{ $.a = 1",
                "{ $.a = 1 } x",
                "{ ($.a = 1 }",
                "{ $.a > text }",
                "[a, b",
                "[a, ..., b, ...]",
                "%(%"
            })
    void whatIsNone(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> FilterPattern.parse(pattern));
    }
}
