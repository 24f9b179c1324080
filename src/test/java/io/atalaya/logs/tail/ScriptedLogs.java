package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import io.atalaya.watch.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** CloudWatch Logs in virtual time: what is written is told a second later, with whatever goes wrong. */
final class ScriptedLogs implements LiveTails, LogReads {
    private static final int PAGE = 20;

    final VirtualTime time;
    final List<LogEvent> written = new ArrayList<>();
    final List<Tail> tails = new ArrayList<>();
    final List<Query> asked = new ArrayList<>();
    /** How often Live Tail tells an event. */
    ToIntFunction<LogEvent> told = event -> 1;
    /** How much later than a second. */
    Function<LogEvent, Duration> delay = event -> Duration.ZERO;
    /** What comes of a read instead of events; null for events. */
    Function<Query, @Nullable Problem> reads = query -> null;
    /** What comes of opening a Live Tail session; null for a session. */
    Function<List<TailedGroup>, @Nullable Problem> opens = groups -> null;
    /** After so many updates a session ends. */
    int endsAfter = Integer.MAX_VALUE;
    /** FilterLogEvents finds what was ingested so long ago. */
    Duration found = Duration.ofSeconds(2);

    boolean silent;
    boolean sampled;

    ScriptedLogs(VirtualTime time) {
        this.time = time;
    }

    static Problem problem(Problem.Kind kind, VirtualTime time) {
        return new Problem(kind, "logs:X", kind.name(), "as planned", null, null, time.instant());
    }

    /** Written at {@code timestamp}, with CloudWatch {@code late} milliseconds after. */
    LogEvent write(TailedGroup group, String stream, long timestamp, long late, String message) {
        var event = new LogEvent(group.arn(), stream, timestamp, timestamp + late, message);
        written.add(event);
        return event;
    }

    /** One session. */
    final class Tail implements Session {
        final List<TailedGroup> groups;
        private final Listener listener;
        private final Set<String> arns = new HashSet<>();
        private final Set<Integer> done = new HashSet<>();
        private final long since = time.millis();
        private int updates;
        boolean closed;

        private Tail(List<TailedGroup> groups, Listener listener) {
            this.groups = groups;
            this.listener = listener;
            groups.forEach(group -> arns.add(group.arn()));
        }

        private void begin(@Nullable Problem refused) {
            if (closed) {
                return;
            }
            if (refused != null) {
                end(refused);
                return;
            }
            listener.started("session");
            time.after(Duration.ofSeconds(1), this::update);
        }

        private void update() {
            if (closed) {
                return;
            }
            var events = new ArrayList<LogEvent>();
            for (int i = 0; i < written.size(); i++) {
                var event = written.get(i);
                if (event.ingested() >= since
                        && arns.contains(event.group())
                        && event.ingested() + delay.apply(event).toMillis() <= time.millis()
                        && done.add(i)) {
                    for (int n = told.applyAsInt(event); n > 0; n--) {
                        events.add(event);
                    }
                }
            }
            if (!silent) {
                listener.update(events, sampled);
                updates++;
            }
            if (updates >= endsAfter) {
                end(problem(Problem.Kind.SERVICE, time));
            } else {
                time.after(Duration.ofSeconds(1), this::update);
            }
        }

        void end(@Nullable Problem problem) {
            if (!closed) {
                closed = true;
                listener.ended(problem);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    public Session open(List<TailedGroup> groups, @Nullable String pattern, Listener listener) {
        var tail = new Tail(groups, listener);
        tails.add(tail);
        var refused = opens.apply(groups);
        time.after(Duration.ofMillis(100), () -> tail.begin(refused));
        return tail;
    }

    long open() {
        return tails.stream().filter(tail -> !tail.closed).count();
    }

    @Override
    public Answer read(Query query) {
        asked.add(query);
        var problem = reads.apply(query);
        if (problem != null) {
            return new Answer.Failed(problem);
        }
        var events = new ArrayList<LogEvent>();
        var ids = new ArrayList<String>();
        var start = query.token() == null ? 0 : Integer.parseInt(query.token());
        for (int i = start; i < written.size(); i++) {
            var event = written.get(i);
            if (event.group().equals(query.group().arn())
                    && event.timestamp() >= query.from()
                    && event.timestamp() < query.to()
                    && event.ingested() + found.toMillis() <= time.millis()) {
                if (events.size() == PAGE) {
                    return new Answer.Page(events, ids, Integer.toString(i - 1)); // pages overlap by one
                }
                events.add(event);
                ids.add("id" + i);
            }
        }
        return new Answer.Page(events, ids, null);
    }
}
