package io.atalaya.logs.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Problem;
import io.atalaya.logs.insights.InsightsQueries.Phase;
import io.atalaya.logs.insights.InsightsQueries.Results;
import io.atalaya.logs.insights.InsightsQueries.Started;
import io.atalaya.logs.insights.InsightsQueries.Written;
import io.atalaya.watch.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightsTest {
    private static final String ARN = "arn:aws:logs:us-east-1:123456789012:log-group:/app/server";

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();
    private final ScriptedQueries cloud = new ScriptedQueries();
    private final List<RunState> told = new ArrayList<>();

    private Insights insights() {
        var history = new QueryHistory(folder.resolve("history.json"), Runnable::run);
        return new Insights(cloud, history, "us-east-1", time, time, time);
    }

    private InsightsQuery query(String text) {
        return new InsightsQuery(text, List.of(ARN), time.instant().minusSeconds(3600), time.instant());
    }

    @Test
    void asksUntilItIsCompleteAndThenNoMore() {
        cloud.results.add(ScriptedQueries.found(Phase.RUNNING, 1));
        cloud.results.add(ScriptedQueries.found(Phase.RUNNING, 2));
        cloud.results.add(ScriptedQueries.found(Phase.COMPLETE, 3));
        insights().start(query("limit 1"), told::add);
        time.advance(Duration.ofMinutes(1));
        assertThat(cloud.calls).containsExactly("start", "results q1", "results q1", "results q1");
        assertThat(told).hasSize(3);
        assertThat(told.getLast())
                .isEqualTo(new RunState.Ended(Phase.COMPLETE, ResultTable.EMPTY, new Statistics(3, 10, 100)));
    }

    @Test
    void asksSeldomerTheLongerItTakes() {
        insights().start(query("limit 1"), told::add);
        time.advance(Duration.ofSeconds(100));
        assertThat(cloud.calls).hasSizeBetween(50, 60);
    }

    @Test
    void cancellingStopsItInCloudWatchOnce() {
        var run = insights().start(query("limit 1"), told::add);
        time.advance(Duration.ofSeconds(1));
        run.cancel();
        run.cancel();
        time.advance(Duration.ofMinutes(1));
        assertThat(cloud.calls).filteredOn(it -> it.startsWith("stop")).containsExactly("stop q1");
        assertThat(run.state()).isInstanceOf(RunState.Ended.class);
        assertThat(((RunState.Ended) run.state()).phase()).isEqualTo(Phase.CANCELLED);
        int asked = cloud.calls.size();
        time.advance(Duration.ofMinutes(1));
        assertThat(cloud.calls).hasSize(asked);
    }

    @Test
    void cancelledBeforeCloudWatchTookItItIsStoppedWhenItDoes() {
        var run = insights().start(query("limit 1"), told::add);
        run.cancel();
        time.advance(Duration.ofSeconds(1));
        assertThat(cloud.calls).startsWith("start", "stop q1");
    }

    @Test
    void closingTheConnectionStopsWhatRuns() {
        var insights = insights();
        insights.start(query("limit 1"), told::add);
        time.advance(Duration.ofSeconds(1));
        insights.close();
        assertThat(cloud.calls).contains("stop q1");
    }

    @Test
    void refusedForItsRateItAsksSeldomerAndGoesOn() {
        cloud.results.add(new Results.Failed(ScriptedQueries.problem(Problem.Kind.THROTTLED)));
        cloud.results.add(new Results.Failed(ScriptedQueries.problem(Problem.Kind.THROTTLED)));
        cloud.results.add(ScriptedQueries.found(Phase.COMPLETE, 3));
        var run = insights().start(query("limit 1"), told::add);
        time.advance(Duration.ofMinutes(1));
        assertThat(run.state()).isInstanceOf(RunState.Ended.class);
    }

    @Test
    void whatCannotBeReadAnyMoreIsStoppedAndTold() {
        cloud.results.add(new Results.Failed(ScriptedQueries.problem(Problem.Kind.DENIED)));
        var run = insights().start(query("limit 1"), told::add);
        time.advance(Duration.ofMinutes(1));
        assertThat(run.state()).isInstanceOf(RunState.Failed.class);
        cloud.started = new Started.Failed(ScriptedQueries.problem(Problem.Kind.INVALID_REQUEST));
        var refused = insights().start(query("nonsense"), told::add);
        time.advance(Duration.ofMinutes(1));
        assertThat(refused.state()).isInstanceOf(RunState.Failed.class);
        assertThat(cloud.calls).filteredOn(it -> it.startsWith("results")).hasSize(1);
    }

    @Test
    void estimatesFromWhatWasWrittenElseFromWhatIsStored() {
        var now = time.instant();
        double gb = 1024.0 * 1024 * 1024;
        var measured = new LogGroup("a", "arn:a", null, 5, now);
        var stored = new LogGroup("b", "arn:b", 10, (long) (100 * gb), now.minus(Duration.ofDays(40)));
        cloud.written = new Written.Bytes(Map.of("arn:a", 2 * gb));
        var estimates = new ArrayList<Estimate>();
        insights().estimate(List.of(measured, stored), now.minus(Duration.ofDays(1)), now, estimates::add);
        time.settle();
        cloud.written = new Written.Failed(ScriptedQueries.problem(Problem.Kind.DENIED));
        insights().estimate(List.of(stored), now.minus(Duration.ofDays(50)), now, estimates::add);
        time.settle();
        assertThat(estimates.getFirst().basis()).isEqualTo(Estimate.Basis.BOTH);
        assertThat(estimates.getFirst().bytes()).isEqualTo(12 * gb);
        assertThat(estimates.getFirst().cost()).isEqualTo(new Prices.Cost(0.06, "us-east-1"));
        assertThat(estimates.getLast().basis()).isEqualTo(Estimate.Basis.STORED);
        assertThat(estimates.getLast().bytes()).isEqualTo(100 * gb);
    }

    @Test
    void aRegionWithoutAKnownPriceTakesThatOfUsEast1AndSaysSo() {
        assertThat(Prices.shipped().cost(Prices.GB, "ap-northeast-1"))
                .isEqualTo(new Prices.Cost(0.0076, "ap-northeast-1"));
        assertThat(Prices.shipped().cost(Prices.GB, "moon-1")).isEqualTo(new Prices.Cost(0.005, "us-east-1"));
    }

    @Test
    void remembersEachQueryOnceForThisPersonOnly() throws Exception {
        var file = folder.resolve("deep").resolve("history.json");
        var history = new QueryHistory(file, Runnable::run);
        for (int i = 0; i < 300; i++) {
            history.add(new QueryHistory.Entry("limit " + i % 250, List.of(ARN), Instant.ofEpochSecond(i)));
        }
        var again = new QueryHistory(file, Runnable::run).entries();
        assertThat(again).hasSize(QueryHistory.MOST).doesNotHaveDuplicates();
        assertThat(again.getFirst().text()).isEqualTo("limit 49");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "{nonsense");
        assertThat(new QueryHistory(file, Runnable::run).entries()).isEmpty();
    }
}
