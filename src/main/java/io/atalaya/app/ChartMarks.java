package io.atalaya.app;

import io.atalaya.operate.run.OperationRunner;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.noc.chart.ChartPicture;
import io.atalaya.watch.Change;
import io.atalaya.watch.DeploymentHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What happened to a deployment, and what this console did there since it began, as marks on a chart. */
final class ChartMarks {
    private final DeploymentHistory history;
    private final OperationRunner runner;
    private final Texts texts;

    ChartMarks(DeploymentHistory history, OperationRunner runner, Texts texts) {
        this.history = history;
        this.runner = runner;
        this.texts = texts;
    }

    /** In the order of time. */
    List<ChartPicture.Mark> between(Instant from, Instant to) {
        var changes = history.changes().stream()
                .map(each -> new ChartPicture.Mark(each.at(), ChartPicture.Mark.Kind.CHANGE, words(each)));
        var acts = runner.acts().stream()
                .map(each -> new ChartPicture.Mark(
                        each.startedAt(),
                        ChartPicture.Mark.Kind.ACT,
                        texts.get(each.operation().nameKey()) + " · "
                                + AwsText.line(each.operation().on().id())));
        return Stream.concat(changes, acts)
                .filter(each -> !each.at().isBefore(from) && each.at().isBefore(to))
                .sorted(Comparator.comparing(ChartPicture.Mark::at))
                .toList();
    }

    private static String words(Change change) {
        var before = change.before() == null ? "–" : change.before();
        var after = change.after() == null ? "–" : change.after();
        var field = change.field().isEmpty() ? "" : " " + change.field();
        return AwsText.line(change.name() + field + ": " + before + " → " + after);
    }
}
