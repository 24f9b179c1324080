package io.atalaya.logs.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void nothingIsObeyedAndNothingHides() {
        assertThat(SafeText.line("\u001b[31mred\u0000\u0007\u007f\u202egnp.exe\u200b", 100))
                .isEqualTo("␛[31mred␀␇␡\\u202egnp.exe\\u200b");
        assertThat(SafeText.line("a\r\nb\tc\rd\u2028e", 100)).isEqualTo("a⏎b    c⏎d⏎e");
        assertThat(SafeText.lines("a\r\nb", 100)).isEqualTo("a\nb");
        assertThat(SafeText.line("Z" + "\u0336".repeat(60) + "x", 100)).hasSize(6);
        assertThat(SafeText.line("\ud800x", 100)).isEqualTo("\\ud800x");
        assertThat(SafeText.line("y".repeat(200), 100)).hasSize(101).endsWith("…");
    }

    @Test
    void whatIsPlainStaysTheSameObject() {
        var text = "plain text, también en español";
        assertThat(SafeText.line(text, 100)).isSameAs(text);
        assertThat(SafeText.line("👩‍👩‍👧 日本語", 100)).isEqualTo("👩‍👩‍👧 日本語");
    }

    @Test
    void jsonIsLaidOutAndNotChanged() {
        assertThat(PrettyJson.of("2026 {\"a\":{\"b\":[1.0,{},[]]},\"a\":\"x:{,\\\"\"}"))
                .hasValue("""
                        2026\s
                        {
                          "a": {
                            "b": [
                              1.0,
                              {},
                              []
                            ]
                          },
                          "a": "x:{,\\""
                        }""");
        assertThat(PrettyJson.of("[1,2]")).hasValue("[\n  1,\n  2\n]");
    }

    @Test
    void whatIsNoJsonIsLeft() {
        assertThat(PrettyJson.of("{\"a\":1")).isEmpty();
        assertThat(PrettyJson.of("[ERROR] x")).isEmpty();
        assertThat(PrettyJson.of("{a}")).isEmpty();
        assertThat(PrettyJson.of("")).isEmpty();
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThat(PrettyJson.of("[".repeat(900_000)))
                .isEmpty());
    }
}
