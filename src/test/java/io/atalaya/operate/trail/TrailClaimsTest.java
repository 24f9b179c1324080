package io.atalaya.operate.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalEntry.Kind;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Acts without a request id: an event is one act's. */
class TrailClaimsTest {
    private static final TrailEvent EARLY = Trails.at(Duration.ofSeconds(2), "x");
    private static final TrailEvent LATE = Trails.at(Duration.ofSeconds(62), "y");

    @Test
    void oneEventIsTheNearestActs() {
        assertThat(verdicts(List.of(act("a", 0), act("b", 60)), List.of(LATE)))
                .isEqualTo(Map.of("a", TrailMatch.Verdict.MISSING, "b", TrailMatch.Verdict.FOUND_BY_TIME));
    }

    @Test
    void twoEventsAreOneEach() {
        var matches = judge(List.of(act("b", 60), act("a", 0)), List.of(LATE, EARLY), Set.of());
        assertThat(Objects.requireNonNull(matches.get("a")).event()).isEqualTo(EARLY);
        assertThat(Objects.requireNonNull(matches.get("b")).event()).isEqualTo(LATE);
    }

    @Test
    void whatWasNotSentGetsWhatIsLeft() {
        var notSent = act("n", 2, Verdict.NOT_SENT);
        assertThat(verdicts(List.of(notSent, act("a", 60)), List.of(EARLY)))
                .isEqualTo(Map.of("n", TrailMatch.Verdict.NOTHING_SENT, "a", TrailMatch.Verdict.FOUND_BY_TIME));
    }

    @Test
    void anEventThatWasFoundForAnotherActIsThatOnes() {
        var matches = judge(List.of(act("a", 0)), List.of(EARLY), Set.of(EARLY.eventId()));
        assertThat(Objects.requireNonNull(matches.get("a")).verdict()).isEqualTo(TrailMatch.Verdict.MISSING);
    }

    private static Map<String, TrailMatch.Verdict> verdicts(List<TrailAct> acts, List<TrailEvent> events) {
        var verdicts = new HashMap<String, TrailMatch.Verdict>();
        judge(acts, events, Set.of()).forEach((operation, match) -> verdicts.put(operation, match.verdict()));
        return verdicts;
    }

    private static Map<String, TrailMatch> judge(List<TrailAct> acts, List<TrailEvent> events, Set<String> known) {
        return TrailRule.judge(acts, events, true, known, Trails.AT.plus(Duration.ofMinutes(20)));
    }

    private static TrailAct act(String operation, long seconds) {
        return act(operation, seconds, Verdict.UNKNOWN);
    }

    private static TrailAct act(String operation, long seconds, Verdict verdict) {
        var at = Trails.AT.plusSeconds(seconds);
        var intent = Trails.intent(operation, new StopInstance(Trails.INSTANCE), Trails.CALLER, at);
        return TrailAct.of(intent, intent.closed(Kind.OUTCOME, at, verdict, "", List.of(), 1L));
    }
}
