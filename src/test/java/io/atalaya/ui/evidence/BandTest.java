package io.atalaya.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every picture says who asked, where, when by both clocks, of which capture it is, and which page of how many. */
class BandTest {
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    @Test
    void theBandSaysWhoWhereWhenAndWhichPage() {
        var band = new Band(
                "checkop · 111122223333 (checkop-co) · us-east-1",
                "arn:aws:sts::111122223333:assumed-role/AtalayaOperator/m.rojas",
                "2026-11-24T17-00-00Z-1f3b8d",
                ZoneId.of("America/Bogota"),
                null,
                texts("en"));
        assertThat(band.lines(NOON, 7, 71))
                .containsExactly(
                        "checkop · 111122223333 (checkop-co) · us-east-1",
                        "arn:aws:sts::111122223333:assumed-role/AtalayaOperator/m.rojas",
                        "2026-11-24 12:00:00 -05:00 · 2026-11-24 17:00:00 UTC · capture 2026-11-24T17-00-00Z-1f3b8d · page 7 of 71");
    }

    @Test
    void whatIsNotAwsSaysSoInEveryLanguage() {
        for (var language : List.of("en", "es", "pt-BR")) {
            var band = new Band("x", "arn", "id", ZoneId.of("UTC"), "SANDBOX", texts(language));
            assertThat(band.lines(NOON, 1, 2).getFirst()).isEqualTo("x · SANDBOX");
            assertThat(band.lines(NOON, 1, 2).getLast()).contains("id").containsPattern("1 \\S+ 2$");
        }
    }

    private static Texts texts(String language) {
        return new Texts(Locale.forLanguageTag(language), List.of("io.atalaya.ui.evidence.evidence"));
    }
}
