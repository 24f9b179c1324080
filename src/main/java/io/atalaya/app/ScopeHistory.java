package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.noc.history.DeploymentKey;
import io.atalaya.noc.history.HistoryException;
import io.atalaya.noc.history.HistoryWriter;
import io.atalaya.noc.history.MetricHistory;
import io.atalaya.noc.history.Remembered;
import io.atalaya.noc.items.Board;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept of the boards of one connection, and what was kept when it began. */
final class ScopeHistory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeHistory.class);

    private static final Duration PACE = Duration.ofSeconds(45);
    private static final Duration YESTERDAY = Duration.ofHours(36);
    /** What a first frame can have of a large deployment. */
    private static final int MOST = 500;

    private final MetricHistory history;
    private final DeploymentKey deployment;
    private final HistoryWriter writer;
    private final ExecutorService disk;
    private final InstantSource clock;
    private volatile Instant observed = Instant.EPOCH;
    private volatile HistoryWriter.@Nullable Problem unread;
    private volatile Remembered remembered = Remembered.NOTHING;

    /** @param disk runs one thing after the other; ended with this */
    ScopeHistory(MetricHistory history, DeploymentKey deployment, ExecutorService disk, InstantSource clock) {
        this.history = history;
        this.deployment = deployment;
        this.disk = disk;
        this.clock = clock;
        this.writer = new HistoryWriter(history, deployment, disk);
    }

    /** Names what a session is connected to. */
    static DeploymentKey key(AwsSession session) {
        var sandbox = session.request().sandbox();
        return sandbox != null
                ? DeploymentKey.ofSandbox(sandbox)
                : DeploymentKey.of(
                        session.caller().map(caller -> caller.account()).orElse(""),
                        session.partition(),
                        session.region(),
                        session.endpoint());
    }

    /** Reads what was kept before. */
    void start() {
        disk.execute(() -> {
            var now = clock.instant();
            try {
                remembered = new Remembered(history.latest(deployment, now.minus(YESTERDAY), now, MOST));
            } catch (HistoryException e) {
                unread = new HistoryWriter.Problem(String.valueOf(e.getMessage()), now);
                LOG.warn("what was measured before cannot be read: {}", e.getMessage());
            }
        });
    }

    /** Keeps what is new on it. Quick, on any thread. */
    void observe(Board board) {
        // on the desk's thread alone: a board comes each second, a value each minute
        if (board.at().isBefore(observed.plus(PACE))) {
            return;
        }
        observed = board.at();
        try {
            writer.observe(board);
        } catch (RejectedExecutionException ending) {
            LOG.debug("the connection is left");
        }
    }

    /** Why what is measured is not kept, or what was measured before could not be read. Any thread. */
    Optional<HistoryWriter.Problem> problem() {
        return writer.problem().or(() -> Optional.ofNullable(unread));
    }

    /** The board, with what is remembered of the items that were not read yet. */
    Board remember(Board board) {
        return remembered.on(board);
    }

    @Override
    public void close() {
        Machinery.end(disk, Duration.ofSeconds(2), Duration.ofSeconds(2));
        history.close();
    }
}
