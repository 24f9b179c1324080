package io.atalaya.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "PT27S, 27 s",
        "PT1M34S, 94 s",
        "PT4M25S, 4 min 25 s",
        "PT4M, 4 min",
        "PT11M59S, 11 min",
        "PT6H3M, 6 h 03",
        "PT14H, 14 h",
        "PT106H, 4 d 10 h",
        "P22DT5H, 22 d",
        "PT-5S, 0 s"
    })
    void durations(Duration duration, String words) {
        assertThat(Durations.words(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT47M12S, 47 min 12 s", "PT47M2S, 47 min 02 s", "PT12S, 12 s", "PT11H59M, 11 h 59 min", "PT0S, 0 s"})
    void countdowns(Duration left, String words) {
        assertThat(Durations.countdown(left)).isEqualTo(words);
    }

    @Property
    void aLongerTimeNeverReadsShorterInItsGreatestUnit(
            @ForAll @LongRange(max = 40_000_000) long one, @ForAll @LongRange(max = 40_000_000) long other) {
        assertThat(Integer.signum(Long.compare(roughSeconds(one), roughSeconds(other))))
                .isIn(0, Integer.signum(Long.compare(one, other)));
    }

    /** What {@link Durations#brief} says, read back. */
    private static long roughSeconds(long seconds) {
        var words = Durations.brief(Duration.ofSeconds(seconds)).split(" ");
        var unit =
                switch (words[1]) {
                    case "s" -> 1L;
                    case "min" -> 60L;
                    case "h" -> 3600L;
                    default -> 86_400L;
                };
        return Long.parseLong(words[0]) * unit;
    }

    @Test
    void numbersReadAlikeInEveryLanguageButForTheDecimalSign() {
        var english = new Units(Locale.ENGLISH);
        var spanish = new Units(Locale.of("es"));
        assertThat(english.count(25_111)).isEqualTo("25\u00a0111").isEqualTo(spanish.count(25_111));
        assertThat(english.bytes(200.3 * 1024 * 1024 * 1024)).isEqualTo("200.3 GiB");
        assertThat(spanish.bytes(200.3 * 1024 * 1024 * 1024)).isEqualTo("200,3 GiB");
        assertThat(english.latency(0.0018)).isEqualTo("1.8 ms");
        assertThat(english.latency(2.9)).isEqualTo("2.9 s");
        assertThat(english.number(Double.NaN)).isEqualTo("-");
    }

    @Property
    void aCutIdKeepsItsEndAndFitsTheRoom(
            @ForAll @StringLength(min = 1, max = 60) String id, @ForAll @LongRange(min = 5, max = 40) long room) {
        var cut = Words.cutMiddle(id, (int) room);
        assertThat(cut.length())
                .isLessThanOrEqualTo(Math.max((int) room, id.length() <= room ? id.length() : (int) room));
        assertThat(id).endsWith(cut.substring(cut.lastIndexOf('…') + 1));
    }

    @Property
    void everyPartOfATextIsAdmittedByIt(@ForAll @Size(max = 4) List<@StringLength(max = 8) String> words) {
        var text = String.join(" ", words);
        for (var word : words) {
            assertThat(Words.admits(word, text)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Problem.Kind.class)
    void everyProblemHasItsSentencesInEveryLanguage(Problem.Kind kind) {
        var problem = new Problem(kind, "rds:DescribeDBInstances", "Code", "message", null, null, Instant.EPOCH);
        for (var language : Texts.LANGUAGES) {
            var words = new ProblemTexts(new Texts(language, List.of("io.atalaya.ui.common.common")));
            assertThat(List.of(words.what(problem), words.why(problem), words.next(problem)))
                    .allSatisfy(it -> assertThat(it).isNotBlank().doesNotContain("{0}"));
        }
    }

    @Test
    void theStatementNamesTheActionAwsNamed() {
        var problem = new Problem(
                Problem.Kind.DENIED,
                "elasticloadbalancing:DescribeTargetHealth",
                "AccessDenied",
                "no",
                null,
                "elasticloadbalancing:DescribeTargetHealth",
                Instant.EPOCH);
        assertThat(ProblemTexts.policyStatement(problem))
                .contains("\"Action\": \"elasticloadbalancing:DescribeTargetHealth\"", "\"Effect\": \"Allow\"");
    }

    @Test
    void timesNameTheDayOnlyWhenItIsAnother() {
        var ages = new Ages(
                new Texts(Locale.ENGLISH, List.of("io.atalaya.ui.common.common")), ZoneId.of("America/Bogota"));
        var now = Instant.parse("2026-11-24T19:03:39Z");
        assertThat(ages.time(now.minusSeconds(2), now)).isEqualTo("14:03:37");
        assertThat(ages.time(Instant.parse("2026-11-24T04:59:59Z"), now)).isEqualTo("23 Nov 23:59");
        assertThat(ages.time(Instant.parse("2025-03-03T14:31:00Z"), now)).isEqualTo("3 Mar 2025 09:31");
        assertThat(ages.exact(now)).isEqualTo("2026-11-24 14:03:39 -05:00\n2026-11-24 19:03:39 UTC");
    }

    @Test
    void theWorstStateSortsFirst() {
        var failed = new Seen(Condition.of(State.FAILED, "unhealthy"), Freshness.CURRENT);
        assertThat(failed).isLessThan(Seen.current(State.HEALTHY, "healthy"));
    }
}
