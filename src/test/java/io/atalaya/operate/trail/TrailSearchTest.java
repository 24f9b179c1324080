package io.atalaya.operate.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Problem;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalEntry.Kind;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.trail.TrailDifference.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is looked at before an act is called missing. */
class TrailSearchTest {
    private static final Instant ASKED = Trails.AT.plus(Duration.ofHours(5));
    private static final Trail.Answer NOTHING = new Trail.Answer.Events(List.of(), true, ASKED);
    private static final Trail.Answer CUT_OFF = new Trail.Answer.Events(List.of(), false, ASKED);
    private static final Trail.Answer FAILED = new Trail.Answer.Failed(
            new Problem(Problem.Kind.TIMEOUT, "cloudtrail:LookupEvents", "Code", "said", null, null, ASKED), ASKED);

    private final List<Trail.Query> asked = new ArrayList<>();

    @Test
    void isMissingOnlyAfterThreeQuestions() {
        assertThat(look(query -> NOTHING).verdict()).isEqualTo(TrailMatch.Verdict.MISSING);
        assertThat(asked).hasSize(3);
    }

    @Test
    void aQuestionThatFailsIsNotAnAnswer() {
        for (var which :
                List.<Function<Trail.Query, Boolean>>of(TrailSearchTest::isOfEveryName, TrailSearchTest::isWide)) {
            assertThat(look(query -> which.apply(query) ? CUT_OFF : NOTHING).verdict())
                    .isEqualTo(TrailMatch.Verdict.UNREAD);
            var failed = look(query -> which.apply(query) ? FAILED : NOTHING);
            assertThat(failed.verdict()).isEqualTo(TrailMatch.Verdict.UNREAD);
            assertThat(failed.problem()).isNotNull();
        }
    }

    @Test
    void aClockThatWasWrongIsNamedAndNotMissing() {
        var event = Trails.at(Duration.ofHours(3), Trails.ID);
        var match = look(query -> isWide(query) ? new Trail.Answer.Events(List.of(event), true, ASKED) : NOTHING);

        assertThat(match.differences())
                .containsExactly(new TrailDifference(
                        What.TIME, "", Trails.AT.toString(), event.at().toString()));
    }

    @Test
    void whereANameIsBusyActsAreAskedForOneByOne() {
        var acts = List.of(act("a", 0), act("b", 1_800));
        var event = Trails.at(Duration.ofSeconds(2), "a");
        var matches = look(
                acts,
                query -> query.wanted().equals(Set.of("a"))
                        ? new Trail.Answer.Events(List.of(event), true, ASKED)
                        : CUT_OFF);

        assertThat(Objects.requireNonNull(matches.get("a")).verdict()).isEqualTo(TrailMatch.Verdict.FOUND);
        assertThat(Objects.requireNonNull(matches.get("b")).verdict()).isEqualTo(TrailMatch.Verdict.UNREAD);
        assertThat(asked).hasSize(3);
    }

    private static boolean isOfEveryName(Trail.Query query) {
        return query.name() == null;
    }

    private static boolean isWide(Trail.Query query) {
        return query.from().isBefore(Trails.AT.minus(Duration.ofHours(1)));
    }

    private TrailMatch look(Function<Trail.Query, Trail.Answer> trail) {
        return Objects.requireNonNull(look(List.of(act(Trails.ID, 0)), trail).get(Trails.ID));
    }

    private Map<String, TrailMatch> look(List<TrailAct> acts, Function<Trail.Query, Trail.Answer> trail) {
        asked.clear();
        var found = new HashMap<String, TrailMatch>();
        new TrailSearch(
                        query -> {
                            asked.add(query);
                            return trail.apply(query);
                        },
                        () -> ASKED)
                .look(new TrailSearch.Wish(acts, Set.of(), false), found::putAll, () -> true);
        return found;
    }

    /** Whose operation is its request id. */
    private static TrailAct act(String id, long seconds) {
        var at = Trails.AT.plusSeconds(seconds);
        var intent = Trails.intent(id, new StopInstance(Trails.INSTANCE), Trails.CALLER, at);
        return TrailAct.of(intent, intent.closed(Kind.OUTCOME, at, Verdict.DONE, "", List.of(id), 1L));
    }
}
