package io.atalaya.ui.acting;

import io.atalaya.operate.run.OperationRunner;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.operate.run.Standing;
import io.atalaya.ui.common.SnapshotPump;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The acts of this connection that run, and those that ended while somebody was looking. */
public final class RunningModel implements AutoCloseable {
    private final OperationRunner runner;
    /** An act at one moment: the same act is another one as soon as it stands otherwise. */
    private record Seen(RunningAct act, Standing standing) {
        boolean ended() {
            return standing.phase() == Standing.Phase.ENDED;
        }
    }

    /** Brings no list, only that there is news: of two lists made at once, the older one could arrive last. */
    private final SnapshotPump<Object> pump;

    private final ObservableList<RunningAct> running = FXCollections.observableArrayList();
    private final ObservableList<RunningAct> ended = FXCollections.observableArrayList();
    private final Set<String> told = new HashSet<>();
    private Runnable forget = () -> {};
    private Subscription shown = Subscription.EMPTY;

    RunningModel(OperationRunner runner, Executor screen) {
        this.runner = runner;
        this.pump = new SnapshotPump<>(new Object(), screen);
    }

    /** What ended before is no news. */
    void start() {
        runner.acts().stream().filter(RunningAct::ended).map(RunningAct::id).forEach(told::add);
        shown = pump.shown().subscribe((before, news) -> show(seen()));
        forget = runner.onChange(() -> pump.accept(new Object()));
        pump.accept(new Object());
    }

    private List<Seen> seen() {
        return runner.acts().stream().map(it -> new Seen(it, it.standing())).toList();
    }

    private void show(List<Seen> acts) {
        running.setAll(acts.stream().filter(it -> !it.ended()).map(Seen::act).toList());
        acts.reversed().stream()
                .filter(it -> it.ended() && told.add(it.act().id()))
                .map(Seen::act)
                .forEach(ended::add);
    }

    /** Newest first; set anew at each change, on the screen's thread. */
    public ObservableList<RunningAct> running() {
        return running;
    }

    /** Those that ended and were not put away, oldest first. */
    public ObservableList<RunningAct> ended() {
        return ended;
    }

    @Override
    public void close() {
        forget.run();
        shown.unsubscribe();
        pump.close();
    }
}
