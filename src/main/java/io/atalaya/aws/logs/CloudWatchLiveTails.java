package io.atalaya.aws.logs;

import io.atalaya.aws.ClientFactory;
import io.atalaya.deployment.Problem;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.tail.LiveTails;
import io.atalaya.watch.CallContext;
import io.atalaya.watch.Priority;
import io.atalaya.watch.ProblemMapper;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionStart;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionUpdate;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponseHandler;

/**
 * {@code StartLiveTail}. Exceptions that CloudWatch sends inside the stream, {@code SessionTimeoutException} after three hours
 * and {@code SessionStreamingException}, end a session like any other failure. A stream that AWS simply ends is a failure too:
 * it should not.
 */
public final class CloudWatchLiveTails implements LiveTails {
    /** As IAM names it. */
    public static final String CALL = "logs:StartLiveTail";

    private final Supplier<ClientFactory> clients;
    private final ProblemMapper problems;
    private final Executor executor;
    private final InstantSource clock;

    /** @param executor where sessions are opened: that waits for a turn in the budget, and the first time for netty to load */
    public CloudWatchLiveTails(
            Supplier<ClientFactory> clients, ProblemMapper problems, Executor executor, InstantSource clock) {
        this.clients = clients;
        this.problems = problems;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public Session open(List<TailedGroup> groups, @Nullable String pattern, Listener listener) {
        var session = new Open(listener, new GroupsOfEvents(groups));
        try {
            executor.execute(() -> session.open(request(groups, pattern)));
        } catch (RejectedExecutionException closed) { // with the connection
            session.end(session.problem(closed));
        }
        return session;
    }

    private static StartLiveTailRequest request(List<TailedGroup> groups, @Nullable String pattern) {
        var request = StartLiveTailRequest.builder()
                .logGroupIdentifiers(
                        groups.stream().map(group -> GroupArn.bare(group.arn())).toList());
        var first = groups.getFirst();
        if (!first.streams().isEmpty()) {
            request.logStreamNames(first.streams());
        } else if (first.prefix() != null) {
            request.logStreamNamePrefixes(first.prefix());
        }
        if (pattern != null && !pattern.isBlank()) {
            request.logEventFilterPattern(pattern);
        }
        return request.build();
    }

    /** One session. */
    private final class Open implements Session {
        private final Listener listener;
        private final GroupsOfEvents groups;
        private @Nullable CompletableFuture<Void> stream;
        private boolean closed;
        private boolean ended;

        private Open(Listener listener, GroupsOfEvents groups) {
            this.listener = listener;
            this.groups = groups;
        }

        private void open(StartLiveTailRequest request) {
            try {
                if (isClosed()) {
                    end(null);
                    return;
                }
                // not retried by the client: the tail tries again by itself
                var future = new CallContext(Priority.CLICK, 1)
                        .call(() -> clients.get().logsAsync().startLiveTail(request, handler()));
                keep(future);
                future.whenComplete((done, failure) -> end(failure == null ? overWithoutReason() : problem(failure)));
            } catch (Exception e) { // whatever the SDK throws ends the session
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                end(problem(e));
            }
        }

        private StartLiveTailResponseHandler handler() {
            return StartLiveTailResponseHandler.builder()
                    .onError(failure -> end(problem(failure)))
                    .subscriber(StartLiveTailResponseHandler.Visitor.builder()
                            .onSessionStart(this::started)
                            .onSessionUpdate(this::updated)
                            .build())
                    .build();
        }

        private void started(LiveTailSessionStart start) {
            if (!isClosed()) {
                listener.started(start.sessionId() == null ? "" : start.sessionId());
            }
        }

        private void updated(LiveTailSessionUpdate update) {
            if (!isClosed()) {
                var metadata = update.sessionMetadata();
                var sampled = metadata != null && Boolean.TRUE.equals(metadata.sampled());
                listener.update(
                        update.sessionResults().stream().map(groups::event).toList(), sampled);
            }
        }

        private synchronized boolean isClosed() {
            return closed;
        }

        private void keep(CompletableFuture<Void> future) {
            synchronized (this) {
                stream = future;
                if (!closed) {
                    return;
                }
            }
            future.cancel(true);
        }

        /** Both the handler and the future tell of an end. */
        private void end(@Nullable Problem problem) {
            boolean byUs;
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
                byUs = closed;
            }
            listener.ended(byUs ? null : problem);
        }

        @Override
        public void close() {
            CompletableFuture<Void> toCancel;
            synchronized (this) {
                closed = true;
                toCancel = stream;
            }
            if (toCancel != null) {
                toCancel.cancel(true);
            }
        }

        private Problem problem(Throwable failure) {
            return problems.problem(CALL, failure);
        }

        private Problem overWithoutReason() {
            return new Problem(
                    Problem.Kind.SERVICE,
                    CALL,
                    "EndOfStream",
                    "the session ended without a reason",
                    null,
                    null,
                    clock.instant());
        }
    }
}
