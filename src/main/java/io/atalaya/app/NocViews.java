package io.atalaya.app;

import io.atalaya.deployment.Caller;
import io.atalaya.deployment.facts.LogsOf;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.logs.LogsModel;
import io.atalaya.ui.noc.NocController;
import io.atalaya.ui.noc.NocPorts;
import io.atalaya.ui.noc.chart.ChartSaver;
import io.atalaya.ui.shell.Attention;
import io.atalaya.ui.shell.RailEntry;
import io.atalaya.ui.shell.ShellActions;
import io.atalaya.ui.wall.WallController;
import io.atalaya.ui.wall.WallHealth;
import io.atalaya.ui.wall.WallPorts;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;

/** Makes what shows the NOC of a connection: metrics and alarms, and the wall. */
final class NocViews {
    private final Function<ConnectionScope, Executor> background;

    NocViews(Function<ConnectionScope, Executor> background) {
        this.background = background;
    }

    RailEntry entry(ViewContext context, ConnectionScope scope, ShellActions actions, LogsModel logs) {
        // the desk outlives this window: it must not hold it
        var called = new SimpleObjectProperty<>(Attention.NONE);
        called.bind(scope.watched().attention());
        return new RailEntry(
                "noc",
                "fth-bell",
                "noc.title",
                called,
                () -> new NocController(context, ports(context, scope, actions, logs)));
    }

    private NocPorts ports(ViewContext context, ConnectionScope scope, ShellActions actions, LogsModel logs) {
        return new NocPorts(
                scope.watched().board(),
                scope.measured()::problem,
                scope.watched(),
                scope.charts(),
                new ChartSaver(actions::saveAs, background.apply(scope), new FxThread()),
                new ChartMarks(scope.history(), scope.acting().runner(), context.texts())::between,
                resource -> {
                    var deployment = context.deployment().getValue();
                    deployment
                            .index()
                            .find(resource)
                            .map(it -> LogsOf.of(it, deployment).sources())
                            .filter(it -> !it.isEmpty())
                            .ifPresent(it -> LogViews.read(it, logs, context));
                },
                scope.alarms(),
                new FxThread());
    }

    WallController wall(ConnectionScope scope, ViewContext context) {
        var session = scope.session();
        return new WallController(context, new WallPorts(scope.watched().board(), scope.watched(), () -> {
            var meter = scope.meter();
            return new WallHealth(
                    session.name(),
                    session.caller().map(Caller::account).map(it -> it + " ").orElse("") + session.region(),
                    scope.acting().arming().armed(),
                    session.credentials(),
                    meter.callsPerSecond(),
                    meter.shareUsed());
        }));
    }
}
