package io.atalaya.app;

import io.atalaya.deployment.facts.LogsOf;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.insights.RawPlace;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.logs.LogPorts;
import io.atalaya.ui.logs.LogsController;
import io.atalaya.ui.logs.LogsModel;
import io.atalaya.ui.logs.insights.InsightsController;
import io.atalaya.ui.logs.insights.InsightsModel;
import io.atalaya.ui.logs.insights.ResultCopy;
import io.atalaya.ui.shell.RailEntry;
import io.atalaya.ui.shell.ShellActions;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes what shows the logs of a connection, and leads to it from elsewhere. */
final class LogViews {
    private static final String VIEW = "logs";

    private final Function<ConnectionScope, Executor> background;

    LogViews(Function<ConnectionScope, Executor> background) {
        this.background = background;
    }

    RailEntry entry(ViewContext context, ConnectionScope scope, ShellActions actions, LogsModel logs) {
        return new RailEntry(
                VIEW,
                "fth-align-left",
                "logs.title",
                logs.attention(),
                () -> new LogsController(
                        context,
                        logs,
                        new LogPorts(
                                scope.scheduler(),
                                background.apply(scope),
                                new FxThread(),
                                scope.filters(),
                                actions::saveAs,
                                scope.logs().patterns(),
                                scope.logs().streams()),
                        show -> insights(context, scope, actions, show)));
    }

    private InsightsController insights(
            ViewContext context, ConnectionScope scope, ShellActions actions, Consumer<RawPlace> show) {
        return new InsightsController(
                context,
                new InsightsModel(scope.logs().insights(), scope.clock(), new FxThread()),
                new ResultCopy(actions::saveAs, background.apply(scope), new FxThread()),
                show);
    }

    /** Reads these and shows the view. */
    static void read(List<LogsOf.Source> sources, LogsModel logs, ViewContext context) {
        logs.read(sources.stream()
                .map(each -> new TailedGroup(each.group().name(), each.group().arn(), List.of(), each.prefix()))
                .toList());
        context.navigator().show(VIEW);
    }
}
