package io.atalaya.app;

import io.atalaya.noc.alarms.AlarmHistory;
import io.atalaya.ui.noc.AlarmPasts;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what an alarm of one connection said, behind. */
final class ScopeAlarms implements AlarmPasts {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeAlarms.class);

    private final AlarmHistory history;
    private final Executor background;

    ScopeAlarms(AlarmHistory history, Executor background) {
        this.history = history;
        this.background = background;
    }

    @Override
    public void read(String alarmName, Instant from, Instant to, Consumer<AlarmHistory.Answer> answer) {
        try {
            background.execute(() -> answer.accept(history.of(alarmName, from, to)));
        } catch (RejectedExecutionException ending) {
            LOG.debug("the connection is left");
        }
    }
}
