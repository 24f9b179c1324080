package io.atalaya.ui.noc;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.State;
import io.atalaya.noc.desk.store.Keeping;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingTextsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T19:03:20Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofMinutes(3));
    private static final Keeping.Own KEPT = new Keeping.Kept(BEFORE, List.of());
    private final KeepingTexts texts = in(Locale.ENGLISH);

    private static KeepingTexts in(Locale locale) {
        return new KeepingTexts(new Texts(locale, DeskRowsTest.BUNDLES), ZoneId.of("America/Bogota"));
    }

    private static Keeping.Shared shared(@Nullable Instant at, @Nullable String problem) {
        return new Keeping.Shared("/mnt/team", at, problem, problem == null ? null : BEFORE, List.of());
    }

    @Test
    void whatIsKeptAndSharedIsSaidCalmly() {
        var line = texts.line(new Keeping(KEPT, shared(NOW, null)), NOW);
        assertThat(line.words()).isEqualTo("Kept here since 14:00:20 · Shared with the team, last exchange 14:03:20");
        assertThat(line.state()).isEqualTo(State.HEALTHY);
        assertThat(line.more()).isEqualTo("/mnt/team");
        assertThat(texts.brief(new Keeping(KEPT, shared(NOW, null))).words()).isEqualTo("Desk shared");
    }

    @Test
    void aShareThatFailsIsSaidWithItsReasonAndSinceWhen() {
        var keeping = new Keeping(KEPT, shared(null, "/mnt/team is not there"));
        var line = texts.line(keeping, NOW);
        assertThat(line.words())
                .isEqualTo("Kept here since 14:00:20\nSharing fails since 14:00:20: /mnt/team is not there");
        assertThat(line.state()).isEqualTo(State.DEGRADED);
        assertThat(texts.brief(keeping).words()).isEqualTo("Desk not shared");
    }

    @Test
    void practiceIsNoTrouble() {
        var line = texts.line(Keeping.NOWHERE, NOW);
        assertThat(line.state()).isEqualTo(State.HEALTHY);
        assertThat(texts.brief(Keeping.NOWHERE).words()).isEmpty();
    }

    @Test
    void whatWasFoundDamagedIsSaid() {
        var line = texts.line(new Keeping(new Keeping.Kept(BEFORE, List.of("2 lines")), null), NOW);
        assertThat(line.words()).contains("damaged");
        assertThat(line.more()).isEqualTo("2 lines");
        assertThat(line.state()).isEqualTo(State.DEGRADED);
    }

    @ParameterizedTest
    @EnumSource(Keeping.Why.class)
    void whatIsNotKeptIsSaidWithWhatToDoInEveryLanguage(Keeping.Why why) {
        var keeping = new Keeping(new Keeping.Unkept("/home/ana/desks/prod.desk", why, "disk is full", BEFORE), null);
        for (var language : List.of("en", "es", "pt-BR")) {
            var line = in(Locale.forLanguageTag(language)).line(keeping, NOW);
            assertThat(line.state()).isEqualTo(State.DEGRADED);
            assertThat(line.words()).contains("14:00:20").doesNotContain("{").hasSizeGreaterThan(40);
            assertThat(line.words().contains("/home/ana/desks"))
                    .isEqualTo(why == Keeping.Why.DENIED || why == Keeping.Why.NO_FOLDER);
            assertThat(line.words().contains("disk is full")).isEqualTo(why == Keeping.Why.FAILED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt-BR"})
    void theWallSaysInAFewWordsThatADeskIsNotKept(String language) {
        var keeping = new Keeping(new Keeping.Unkept("/x", Keeping.Why.IN_USE, "", BEFORE), shared(NOW, null));
        assertThat(in(Locale.forLanguageTag(language)).brief(keeping).words())
                .isNotEmpty()
                .hasSizeLessThan(20);
    }
}
