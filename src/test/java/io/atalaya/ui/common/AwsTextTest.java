package io.atalaya.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.hostile.HostileText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AwsTextTest {
    @ParameterizedTest
    @CsvSource({
        "AUTOChOp, AUTOChOp",
        "'Região São Paulo · ação', 'Região São Paulo · ação'",
        "'שרת web خادم', 'שרת web خادم'",
        "'服务器 サーバー 서버', '服务器 サーバー 서버'",
        "'<b>bold</b>', '<b>bold</b>'",
        "'=1+1', '=1+1'",
        "'null', 'null'",
    })
    void whatPeopleWriteStays(String text, String shown) {
        assertThat(AwsText.line(text)).isEqualTo(shown);
    }

    @Test
    void whatWouldBeObeyedIsShown() {
        assertThat(AwsText.line("a\u202Egnp.exe")).isEqualTo("a\\u202egnp.exe");
        assertThat(AwsText.line("a\nb\r\nc\rd\u2028e\u0085f")).isEqualTo("a↵b↵c↵d↵e↵f");
        assertThat(AwsText.hint("a\nb\tc")).isEqualTo("a\nb c");
        assertThat(AwsText.line("\u001B[2Jx\u0007")).isEqualTo("\\u001b[2Jx\\u0007");
        assertThat(AwsText.line("same\u200Bname")).isEqualTo("same\\u200bname");
        assertThat(AwsText.line("Z\u0336\u0336\u0336\u0336\u0336\u0336")).isEqualTo("Z\u0336\u0336\u0336\u0336");
        assertThat(AwsText.line("👩\u200D👧 🇨🇴")).isEqualTo("👩\u200D👧 🇨🇴");
        assertThat(AwsText.line("lone \uD83D")).isEqualTo("lone \\ud83d");
    }

    @Test
    void longTextsAreCutAndSayIt() {
        assertThat(AwsText.line("x".repeat(10_000))).hasSize(AwsText.LINE + 1).endsWith("…");
        assertThat(AwsText.word("x".repeat(81))).hasSize(AwsText.WORD + 1).endsWith("…");
        var whole = "x".repeat(AwsText.LINE);
        assertThat(AwsText.line(whole)).isSameAs(whole);
    }

    @ParameterizedTest
    @EnumSource(HostileText.class)
    void nothingHostileIsLeft(HostileText hostile) {
        var shown = AwsText.line(hostile.of("name"));
        assertThat(shown).doesNotContainPattern("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]");
        assertThat(shown.length()).isLessThan(AwsText.LINE + 20);
    }

    @Property
    void onceIsEnough(@ForAll String text) {
        var once = AwsText.line(text);
        assertThat(AwsText.line(once)).isEqualTo(once);
    }
}
