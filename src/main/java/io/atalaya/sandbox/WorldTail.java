package io.atalaya.sandbox;

import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.server.tail.LiveTailFeed;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.logs.FilterPattern;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;

/** Hands a world's log events to Live Tail sessions when they have been ingested, in simulated time. */
final class WorldTail implements LiveTailFeed, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorldTail.class);
    private static final long PERIOD_MILLIS = 250;
    private static final long MOST_MILLIS = 60_000;

    private final World world;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sandbox-tail").factory());

    WorldTail(World world) {
        this.world = world;
    }

    @Override
    public AutoCloseable subscribe(StartLiveTailRequest request, Sink sink) {
        List<LogGroup> groups = world.ask(() -> request.logGroupIdentifiers().stream()
                .map(arn -> world.logs()
                        .find(arn)
                        .orElseThrow(() -> new WireFault(
                                400, "ResourceNotFoundException", "The specified log group does not exist: " + arn)))
                .toList());
        Predicate<String> streams = name ->
                (request.logStreamNames().isEmpty() || request.logStreamNames().contains(name))
                        && (request.logStreamNamePrefixes().isEmpty()
                                || request.logStreamNamePrefixes().stream().anyMatch(name::startsWith));
        var session = new Session(groups, streams, pattern(request), sink, world.ask(world::now));
        ScheduledFuture<?> ticking =
                timer.scheduleAtFixedRate(session::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return () -> ticking.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Predicate<String> pattern(StartLiveTailRequest request) {
        try {
            return FilterPattern.parse(request.logEventFilterPattern());
        } catch (IllegalArgumentException e) {
            var fault = new WireFault(400, "InvalidParameterException", "Invalid filter pattern");
            fault.initCause(e);
            throw fault;
        }
    }

    /** One subscription: remembers up to which moment of ingestion it has told. */
    private final class Session {
        private final List<LogGroup> groups;
        private final Predicate<String> streams;
        private final Predicate<String> pattern;
        private final Sink sink;
        private long told;

        private Session(
                List<LogGroup> groups, Predicate<String> streams, Predicate<String> pattern, Sink sink, Instant since) {
            this.groups = groups;
            this.streams = streams;
            this.pattern = pattern;
            this.sink = sink;
            this.told = since.toEpochMilli();
        }

        private void tick() {
            try {
                world.ask(this::fresh).forEach(line -> sink.event(event(line)));
            } catch (RuntimeException e) {
                LOG.error("a live tail of the sandbox failed", e);
                throw e;
            }
        }

        private List<LogLine> fresh() {
            long from = told;
            told = world.now().toEpochMilli();
            List<LogLine> lines = new ArrayList<>();
            // A clock that leaps must not make a session read hours at once; Live Tail drops what it cannot carry, too.
            long after = Math.max(from, told - MOST_MILLIS);
            for (LogGroup group : groups) {
                world.logs().ingested(group, streams, after, told).stream()
                        .filter(line -> pattern.test(line.message()))
                        .forEach(lines::add);
            }
            lines.sort(Comparator.comparingLong(LogLine::ingested));
            return lines;
        }

        private LiveTailSessionLogEvent event(LogLine line) {
            return LiveTailSessionLogEvent.builder()
                    .logGroupIdentifier(world.account().id() + ':' + line.group())
                    .logStreamName(line.stream())
                    .timestamp(line.millis())
                    .ingestionTime(line.ingested())
                    .message(line.message())
                    .build();
        }
    }
}
