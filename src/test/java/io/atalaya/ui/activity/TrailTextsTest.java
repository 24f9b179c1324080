package io.atalaya.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.trail.TrailDifference;
import io.atalaya.operate.trail.TrailDifference.What;
import io.atalaya.operate.trail.TrailMatch;
import io.atalaya.operate.trail.TrailMatch.Verdict;
import io.atalaya.operate.trail.Trails;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Texts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How what CloudTrail says reads, in each language. */
class TrailTextsTest {
    @Test
    void theSummaryCountsWithoutPlurals() {
        assertThat(summary(Locale.ENGLISH)).isEqualTo("CloudTrail: 2 found, 1 altered");
        assertThat(summary(Locale.of("es"))).isEqualTo("CloudTrail: encontrado: 2, alterado: 1");
        assertThat(summary(Locale.of("pt", "BR"))).isEqualTo("CloudTrail: encontrado: 2, alterado: 1");
    }

    @Test
    void everyVerdictAndDifferenceHasASentence() {
        for (var locale : Texts.LANGUAGES) {
            var words = new TrailTexts(texts(locale));
            for (var verdict : Verdict.values()) {
                for (var what : What.values()) {
                    var row = row(match(verdict, what));
                    assertThat(words.word(row)).isNotBlank();
                    assertThat(words.sentence(row)).isNotBlank().doesNotContain("{0}", "''");
                    assertThat(words.differences(match(verdict, what)))
                            .allSatisfy(it -> assertThat(it).contains("that").doesNotContain("{", "''"));
                }
            }
        }
    }

    /** Where too little was compared, it is not said to say the same; where only the line is torn, CloudTrail is not blamed. */
    @Test
    void saysNoMoreThanWasLookedAt() {
        var words = new TrailTexts(texts(Locale.ENGLISH));
        assertThat(words.sentence(row(match(Verdict.IN_PART, null))))
                .contains("Too little")
                .doesNotContain("and it says the same");
        assertThat(words.sentence(row(match(Verdict.ALTERED, What.LINE)))).doesNotContain("CloudTrail");
        assertThat(words.sentence(row(match(Verdict.ALTERED, What.SENT)))).contains("of that time");
    }

    private static String summary(Locale locale) {
        var found = row(match(Verdict.FOUND, null));
        var altered = row(match(Verdict.ALTERED, What.CALLER));
        var texts = texts(locale);
        return new TrailTexts(texts)
                .summary(List.of(found, altered, found), false, new Ages(texts, ZoneOffset.UTC), Trails.AT)
                .condition()
                .word();
    }

    private static TrailMatch match(Verdict verdict, @Nullable What what) {
        var differences =
                what == null ? List.<TrailDifference>of() : List.of(new TrailDifference(what, "name", "this", "that"));
        return new TrailMatch(verdict, null, differences, List.of(), 0, 0, null, null);
    }

    private static ActivityRow row(TrailMatch match) {
        var intent = Trails.intent("op", new StopInstance(Trails.INSTANCE), Trails.CALLER, Trails.AT);
        return new ActivityRow(intent, 1, null, 0, ActivityRow.Ending.UNKNOWN, match);
    }

    private static Texts texts(Locale locale) {
        return new Texts(locale, List.of("io.atalaya.ui.common.common", "io.atalaya.ui.activity.activity"));
    }
}
