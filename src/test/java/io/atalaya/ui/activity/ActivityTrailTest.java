package io.atalaya.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.Problem;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Kind;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.run.Actor;
import io.atalaya.operate.trail.Trail;
import io.atalaya.operate.trail.TrailEvent;
import io.atalaya.operate.trail.TrailMatch;
import io.atalaya.operate.trail.TrailSearch;
import io.atalaya.operate.trail.Trails;
import io.atalaya.sandbox.world.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the view asks CloudTrail, and when it does not. */
class ActivityTrailTest {
    private final ManualClock clock = new ManualClock(Trails.AT);
    private final List<Trail.Query> asked = new ArrayList<>();
    private final List<TrailEvent> events = new ArrayList<>();
    private @Nullable Problem problem;
    private Set<String> running = Set.of();
    private final ActivityTrail trail = trail(this::answer);

    private ActivityTrail trail(Trail port) {
        return new ActivityTrail(
                new ActivityTrail.Ports(
                        new TrailSearch(port, clock),
                        new Actor(null, "111122223333", "us-east-1", null, Trails.CALLER),
                        clock,
                        () -> running,
                        Trails.AT.minusSeconds(1)),
                Runnable::run,
                Runnable::run);
    }

    private Trail.Answer answer(Trail.Query query) {
        asked.add(query);
        return problem == null
                ? new Trail.Answer.Events(events, true, clock.instant())
                : new Trail.Answer.Failed(problem, clock.instant());
    }

    @Test
    void asksOnceThenAfterPausesThatGrowUntilItIsThere() {
        var rows = List.of(row("a", Verdict.DONE, "id-a"));
        trail.open();
        var at = new ArrayList<Long>();
        for (int second = 0; second <= 20 * 60; second++) {
            var before = asked.size();
            trail.look(rows, rows, false);
            if (asked.size() > before) {
                at.add((long) second);
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(at).startsWith(0L, 30L, 60L, 90L, 120L, 160L).hasSizeLessThan(16);
        assertThat(at.getLast()).isGreaterThanOrEqualTo(15 * 60L).isLessThan(20 * 60L);
        assertThat(verdict(rows.getFirst())).isEqualTo(TrailMatch.Verdict.MISSING);
    }

    @Test
    void actsThatAreOnTheirWayAreAskedForTogether() {
        var later = intent("b", Trails.AT.plusSeconds(70));
        var end = later.closed(Kind.OUTCOME, Trails.AT.plusSeconds(75), Verdict.DONE, "", List.of("id-b"), 5_000L);
        var first = row("a", Verdict.DONE, "id-a");
        var both = List.of(first, ActivityRows.of(List.of(later, end), Set.of()).getFirst());
        trail.open();
        for (int second = 0; second <= 14 * 60; second++) {
            trail.look(second < 75 ? List.of(first) : both, both, false);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(asked).hasSizeLessThan(16);
        assertThat(asked.getLast().wanted()).containsExactlyInAnyOrder("id-a", "id-b");
    }

    @Test
    void asksNothingWhileTheViewIsClosed() {
        var rows = List.of(row("a", Verdict.DONE, "id-a"));
        trail.look(rows, rows, false);
        trail.open();
        trail.close();
        trail.look(rows, rows, true);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsFoundIsNotAskedForAgainUnlessAPersonWantsIt() {
        var rows = List.of(row("a", Verdict.DONE, "id-a"));
        events.add(event("id-a"));
        trail.open();
        trail.look(rows, rows, false);
        clock.advance(Duration.ofHours(1));
        trail.look(rows, rows, false);
        trail.close();
        trail.open();
        trail.look(rows, rows, false);
        assertThat(asked).hasSize(1);
        assertThat(verdict(rows.getFirst())).isEqualTo(TrailMatch.Verdict.FOUND);

        trail.forget();
        trail.look(rows, rows, true);
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().urgent()).isTrue();
    }

    @Test
    void asksForNothingThatCannotBeThere() {
        var elsewhere = new ActivityRow(other("b", "999988887777"), 2, null, 0, ActivityRow.Ending.UNKNOWN, null);
        var rows = List.of(elsewhere, underWay("c"));
        trail.open();
        trail.look(rows, rows, false);
        assertThat(asked).isEmpty();
        assertThat(verdict(elsewhere)).isEqualTo(TrailMatch.Verdict.ELSEWHERE);
        assertThat(trail.match(rows.getLast())).isEmpty();
    }

    @Test
    void anOutcomeThatCameLaterIsJudgedAnew() {
        events.add(event("id-a"));
        var open = new ActivityRow(intent("a"), 1, null, 0, ActivityRow.Ending.UNKNOWN, null);
        trail.open();
        trail.look(List.of(open), List.of(open), false);
        assertThat(verdict(open)).isEqualTo(TrailMatch.Verdict.FOUND_BY_TIME);

        var over = row("a", Verdict.REFUSED, "id-a");
        trail.look(List.of(over), List.of(over), false);
        assertThat(verdict(over)).isEqualTo(TrailMatch.Verdict.ALTERED);
    }

    @Test
    void theEventOfAnotherActIsNobodyElses() {
        events.add(event("id-b"));
        var open = new ActivityRow(intent("a"), 1, null, 0, ActivityRow.Ending.UNKNOWN, null);
        var rows = List.of(open, row("b", Verdict.DONE, "id-b"));
        clock.advance(Duration.ofMinutes(16));
        trail.open();
        trail.look(List.of(open), rows, false);
        assertThat(verdict(open)).isEqualTo(TrailMatch.Verdict.MISSING);
    }

    @Test
    void troubleThatPassesIsAskedAgainADenialIsNot() {
        var rows = List.of(row("a", Verdict.DONE, "id-a"));
        trail.open();
        problem = problem(Problem.Kind.TIMEOUT);
        trail.look(rows, rows, false);
        clock.advance(Duration.ofSeconds(119));
        trail.look(rows, rows, false);
        assertThat(asked).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        problem = problem(Problem.Kind.DENIED);
        trail.look(rows, rows, false);
        assertThat(asked).hasSize(2);
        clock.advance(Duration.ofHours(1));
        trail.look(rows, rows, false);
        assertThat(asked).hasSize(2);
        assertThat(verdict(rows.getFirst())).isEqualTo(TrailMatch.Verdict.DENIED);
    }

    @Test
    void aFaultWhileAskingDoesNotEndTheAsking() {
        var broken = new boolean[] {true};
        var faulty = trail(query -> {
            if (broken[0]) {
                throw new IllegalStateException("a fault");
            }
            return answer(query);
        });
        var rows = List.of(row("a", Verdict.DONE, "id-a"));
        faulty.open();
        // the executor of this test throws what its task throws
        assertThatThrownBy(() -> faulty.look(rows, rows, false)).isInstanceOf(IllegalStateException.class);
        assertThat(faulty.asking()).isFalse();
        broken[0] = false;
        faulty.look(rows, rows, false);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsMissingIsAskedForAgainForSomeHours() {
        var rows = List.of(row("a", Verdict.DONE, "id-a"));
        clock.advance(Duration.ofMinutes(16));
        trail.open();
        trail.look(rows, rows, false);
        assertThat(verdict(rows.getFirst())).isEqualTo(TrailMatch.Verdict.MISSING);
        events.add(event("id-a"));
        clock.advance(Duration.ofMinutes(5));
        trail.look(rows, rows, false);
        assertThat(verdict(rows.getFirst())).as("a third of sixteen minutes").isEqualTo(TrailMatch.Verdict.MISSING);
        clock.advance(Duration.ofSeconds(20));
        trail.look(rows, rows, false);
        assertThat(verdict(rows.getFirst())).isEqualTo(TrailMatch.Verdict.FOUND);
    }

    @Test
    void whatIsMissingForHoursStaysSoUntilAPersonAsks() {
        var rows = List.of(row("a", Verdict.DONE, "id-a"));
        clock.advance(Duration.ofHours(6));
        trail.open();
        trail.look(rows, rows, false);
        var before = asked.size();
        clock.advance(Duration.ofHours(12));
        trail.look(rows, rows, false);
        assertThat(asked).hasSize(before);
    }

    @Test
    void theEventOfAnActUnderWayIsNobodyElses() {
        events.add(event("id-a"));
        running = Set.of("id-a");
        var open = new ActivityRow(intent("a"), 1, null, 0, ActivityRow.Ending.UNKNOWN, null);
        clock.advance(Duration.ofMinutes(16));
        trail.open();
        trail.look(List.of(open), List.of(open), false);
        assertThat(verdict(open)).isEqualTo(TrailMatch.Verdict.MISSING);
    }

    /** Looked at one after the other: the second must not get what the first has. */
    @Test
    void theEventThatWasFoundForOneActIsNotFoundForAnother() {
        events.add(event("id-x"));
        var first = new ActivityRow(intent("a"), 1, null, 0, ActivityRow.Ending.UNKNOWN, null);
        var second =
                new ActivityRow(intent("b", Trails.AT.plusSeconds(3)), 2, null, 0, ActivityRow.Ending.UNKNOWN, null);
        clock.advance(Duration.ofMinutes(16));
        trail.open();
        trail.look(List.of(first), List.of(first), false);
        trail.look(List.of(first, second), List.of(first, second), false);
        assertThat(verdict(first)).isEqualTo(TrailMatch.Verdict.FOUND_BY_TIME);
        assertThat(verdict(second)).isEqualTo(TrailMatch.Verdict.MISSING);
    }

    @Test
    void whatWasBeforeThePracticeWorldIsNotMissingInIt() {
        var before =
                new ActivityRow(intent("a", Trails.AT.minusSeconds(2)), 1, null, 0, ActivityRow.Ending.UNKNOWN, null);
        clock.advance(Duration.ofMinutes(16));
        trail.open();
        trail.look(List.of(before), List.of(before), false);
        assertThat(verdict(before)).isEqualTo(TrailMatch.Verdict.BEFORE_TRAIL);
        assertThat(asked).isEmpty();
    }

    @Test
    void aVerdictIsOfWhatTheLinesSaid() {
        var intent = intent("a");
        var end = intent.closed(Kind.OUTCOME, Trails.AT.plusSeconds(9), Verdict.DONE, "", List.of("id-a"), 9_000L);
        var row = new ActivityRow(intent, 1, end, 2, ActivityRow.Ending.DONE, null);
        var changed = new ActivityRow(other("a", "111122223333", "i-2"), 1, end, 2, ActivityRow.Ending.DONE, null);
        events.add(event("id-a"));
        trail.open();
        trail.look(List.of(row), List.of(row), false);
        assertThat(verdict(row)).isEqualTo(TrailMatch.Verdict.FOUND);
        assertThat(verdict(changed)).isNull();
        trail.look(List.of(changed), List.of(changed), false);
        assertThat(verdict(changed)).isEqualTo(TrailMatch.Verdict.ALTERED);
    }

    @Test
    void tellsOnceForEachQuestionAndForWhatNeedsNone() {
        var told = new int[1];
        trail.onChange(() -> told[0]++);
        var elsewhere = new ActivityRow(other("b", "999988887777"), 2, null, 0, ActivityRow.Ending.UNKNOWN, null);
        trail.open();
        trail.look(List.of(elsewhere), List.of(elsewhere), false);
        assertThat(told[0]).isEqualTo(1);

        var rows = List.of(row("c", Verdict.DONE, "id-c"), row("d", Verdict.DONE, "id-d"), row("e", Verdict.DONE, "i"));
        trail.look(rows, rows, false);
        assertThat(told[0]).as("the answer, and the end of asking").isEqualTo(3);
    }

    private TrailMatch.@Nullable Verdict verdict(ActivityRow row) {
        return trail.match(row).map(TrailMatch::verdict).orElse(null);
    }

    private static JournalEntry intent(String operation) {
        return intent(operation, Trails.AT);
    }

    private static JournalEntry intent(String operation, Instant at) {
        return Trails.intent(operation, new StopInstance(Trails.INSTANCE), Trails.CALLER, at);
    }

    private static JournalEntry other(String operation, String account) {
        return other(operation, account, Trails.INSTANCE);
    }

    private static JournalEntry other(String operation, String account, String resource) {
        var intent = intent(operation);
        return new JournalEntry(
                intent.at(),
                intent.kind(),
                operation,
                intent.act(),
                intent.action(),
                account,
                intent.region(),
                null,
                intent.caller(),
                resource,
                intent.cli(),
                List.of(),
                null,
                "",
                List.of(),
                null,
                intent.arguments(),
                intent.process());
    }

    private static ActivityRow underWay(String operation) {
        return new ActivityRow(intent(operation), 1, null, 0, ActivityRow.Ending.UNDER_WAY, null);
    }

    private static ActivityRow row(String operation, Verdict verdict, String... requestIds) {
        var intent = intent(operation);
        var end = intent.closed(Kind.OUTCOME, Trails.AT.plusSeconds(9), verdict, "", List.of(requestIds), 9_000L);
        return ActivityRows.of(List.of(intent, end), Set.of()).getFirst();
    }

    private static TrailEvent event(String requestId) {
        return new TrailEvent(
                "event-" + requestId,
                Trails.AT.plusSeconds(2),
                "ec2.amazonaws.com",
                "StopInstances",
                "us-east-1",
                Trails.CALLER,
                requestId,
                "{\"instancesSet\":{\"items\":[{\"instanceId\":\"" + Trails.INSTANCE + "\"}]}}",
                null,
                "");
    }

    private Problem problem(Problem.Kind kind) {
        return new Problem(kind, "cloudtrail:LookupEvents", "Code", "said", null, null, clock.instant());
    }
}
