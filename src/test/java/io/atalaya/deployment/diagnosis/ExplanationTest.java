package io.atalaya.deployment.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was seen, and which cause then stands first; observations with a minus were seen not to be so. */
class ExplanationTest {
    private static Map<Observation, Boolean> seen(String words) {
        var seen = new EnumMap<Observation, Boolean>(Observation.class);
        for (var word : words.strip().split("\\s+")) {
            var no = word.startsWith("-");
            seen.put(Observation.valueOf(no ? word.substring(1) : word), !no);
        }
        return seen;
    }

    @ParameterizedTest
    @CsvSource({
        "-RUNNING TIMES_OUT, MACHINE_STOPPED, 1, 1",
        "RUNNING CHECKS_PASS TIMES_OUT -ANSWERS REST_OF_MACHINE_FAILS FILES_CUT_OFF GROUP_PASSES, FILES_UNREACHABLE, 5, 5",
        "RUNNING CHECKS_PASS TIMES_OUT -ANSWERS REST_OF_MACHINE_FAILS -FILES_CUT_OFF DOOR_OPEN, MACHINE_BUSY, 5, 5",
        "RUNNING CHECKS_PASS TIMES_OUT -ANSWERS -DOOR_OPEN, DOOR_SHUT, 5, 5",
        "RUNNING -CHECKS_PASS TIMES_OUT -ANSWERS REST_OF_MACHINE_FAILS, MACHINE_IMPAIRED, 3, 3",
        "RUNNING -CHECKS_PASS TIMES_OUT -ANSWERS REST_OF_MACHINE_FAILS REST_OF_ZONE_FAILS OTHER_ZONES_PASS, ZONE_IMPAIRED, 4, 4",
        "RUNNING CHECKS_PASS TIMES_OUT -ANSWERS -REST_OF_MACHINE_FAILS DOOR_OPEN GROUP_PASSES, PROCESS_DOWN, 6, 6",
        "RUNNING ANSWERS -TIMES_OUT GROUP_PASSES -REST_OF_MACHINE_FAILS, WRONG_ANSWER, 3, 3",
        "RUNNING ANSWERS -TIMES_OUT -GROUP_PASSES -REST_OF_MACHINE_FAILS, CHECK_WRONG, 3, 3",
        "RUNNING YOUNG GROUP_PASSES TIMES_OUT -ANSWERS, STARTING, 3, 3",
    })
    void theCauseThatFitsBestStandsFirst(String observations, Cause cause, int fits, int of) {
        var first = Explanation.ranked(seen(observations), Map.of()).getFirst();
        assertThat(first.cause()).isEqualTo(cause);
        assertThat(first.excluded()).isFalse();
        assertThat(first.fits()).isEqualTo(fits);
        assertThat(first.of()).isEqualTo(of);
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING TIMES_OUT DOOR_OPEN CHECKS_PASS, DOOR_SHUT",
        "RUNNING TIMES_OUT CHECKS_PASS REST_OF_MACHINE_FAILS, MACHINE_IMPAIRED",
        "RUNNING TIMES_OUT REST_OF_ZONE_FAILS -REST_OF_MACHINE_FAILS, MACHINE_BUSY",
        "RUNNING TIMES_OUT -YOUNG GROUP_PASSES, STARTING",
    })
    void whatCannotBeIsExcludedAndStandsLast(String observations, Cause cause) {
        var ranked = Explanation.ranked(seen(observations), Map.of());
        var it = ranked.stream()
                .filter(each -> each.cause() == cause)
                .findFirst()
                .orElseThrow();
        assertThat(it.excluded()).isTrue();
        assertThat(ranked.subList(ranked.indexOf(it), ranked.size())).allMatch(Explanation::excluded);
    }

    /** Two programs of one machine can both be down. */
    @ParameterizedTest
    @CsvSource({"RUNNING CHECKS_PASS TIMES_OUT -ANSWERS REST_OF_MACHINE_FAILS DOOR_OPEN, PROCESS_DOWN"})
    void whatIsOnlyLessLikelyIsNotExcluded(String observations, Cause cause) {
        assertThat(Explanation.ranked(seen(observations), Map.of()))
                .filteredOn(each -> each.cause() == cause)
                .singleElement()
                .satisfies(each -> assertThat(each.excluded()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING TIMES_OUT CHECKS_PASS, DOOR_SHUT",
        "RUNNING TIMES_OUT CHECKS_PASS, FILES_UNREACHABLE",
        "TIMES_OUT CHECKS_PASS, MACHINE_STOPPED",
    })
    void whatCouldNotBeLookedAtIsNotSuspected(String observations, Cause cause) {
        assertThat(Explanation.ranked(seen(observations), Map.of())).noneMatch(each -> each.cause() == cause);
    }
}
