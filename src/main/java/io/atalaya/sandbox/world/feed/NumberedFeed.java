package io.atalaya.sandbox.world.feed;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogLine;
import io.atalaya.sandbox.world.logs.LogStream;
import io.atalaya.sandbox.world.logs.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Log groups in which every event has a number, and of which is known what CloudWatch Logs holds. All of it is a function of time
 * and of the world's seed: nothing is stored, and the same second always says the same. Safe on any thread.
 */
public final class NumberedFeed {
    private final FeedPlan plan;
    private final Instant begins;
    private final List<String> arns;
    private final List<NumberedGroup> groups;

    private NumberedFeed(FeedPlan plan, Instant begins, List<String> arns, List<NumberedGroup> groups) {
        this.plan = plan;
        this.begins = begins;
        this.arns = List.copyOf(arns);
        this.groups = List.copyOf(groups);
    }

    /** Puts its groups into a world, from now on if the plan does not say otherwise. */
    public static NumberedFeed add(World world, FeedPlan plan) {
        return world.ask(() -> furnish(world, plan));
    }

    /** The same while a world is furnished, or otherwise under its lock. */
    public static NumberedFeed furnish(World world, FeedPlan plan) {
        Instant from = plan.from() == null ? world.now() : plan.from();
        List<String> arns = new ArrayList<>();
        List<NumberedGroup> groups = new ArrayList<>();
        for (int g = 0; g < plan.groups(); g++) {
            String name = String.format(Locale.ROOT, "%s-%02d", plan.prefix(), g);
            List<String> streams = IntStream.range(0, plan.streams())
                    .mapToObj(
                            s -> String.format(Locale.ROOT, plan.streams() > 1_000 ? "writer-%06d" : "writer-%03d", s))
                    .toList();
            var group = new NumberedGroup(plan, world.dice(), name, g, streams, from.getEpochSecond());
            String arn = world.account().arn("logs", "log-group:" + name);
            world.logs()
                    .groups()
                    .put(new LogGroup(
                            name,
                            arn,
                            from.minus(Duration.ofDays(30)),
                            30,
                            (long) (plan.perSecond() / plan.groups() * 86_400 * 120),
                            streams.stream()
                                    .map(s -> new LogStream(s, from.minus(Duration.ofDays(30)), Voice.SILENT))
                                    .toList(),
                            List.of(group)));
            arns.add(arn);
            groups.add(group);
        }
        return new NumberedFeed(plan, from.truncatedTo(ChronoUnit.SECONDS), arns, groups);
    }

    public FeedPlan plan() {
        return plan;
    }

    /** The groups' names. */
    public List<String> groups() {
        return groups.stream().map(NumberedGroup::name).toList();
    }

    /** Without {@code :*}, as Live Tail and the SDK's {@code logGroupIdentifier} take them. */
    public List<String> arns() {
        return arns;
    }

    /** When it begins: the plan's moment, to the second. No event is older. */
    public Instant begins() {
        return begins;
    }

    /**
     * All that CloudWatch Logs holds once everything has been ingested, of a feed that ends.
     *
     * @throws IllegalStateException when it never ends
     */
    public List<LogLine> truth() {
        if (plan.until() == null) {
            throw new IllegalStateException("a feed without end has no whole truth");
        }
        return truth(begins, plan.until().plus(plan.ahead()).plusSeconds(5));
    }

    /**
     * What CloudWatch Logs holds, once everything has been ingested, of timestamps in {@code [from, to)}: by group, timestamp and
     * stream; twins are two. {@link LogLine#group()} is the group's name.
     */
    public List<LogLine> truth(Instant from, Instant to) {
        return held(from, to, Long.MAX_VALUE);
    }

    /** The same, of what had been ingested by that moment. */
    public List<LogLine> truth(Instant from, Instant to, Instant ingestedBy) {
        return held(from, to, ingestedBy.toEpochMilli());
    }

    private List<LogLine> held(Instant from, Instant to, long by) {
        long begin = from.toEpochMilli();
        long end = to.toEpochMilli();
        return groups.stream()
                .flatMap(group -> Stream.iterate(
                                Math.floorDiv(begin, 1_000L), second -> second * 1_000 < end, second -> second + 1)
                        .flatMap(second -> group.second(name -> true, second).stream()))
                .filter(line -> line.millis() >= begin && line.millis() < end && line.ingested() <= by)
                .toList();
    }

    /** When the last event of those with timestamps before {@code to} will have been ingested. */
    public Instant settled(Instant to) {
        return to.plus(plan.lateEvery() == 0 ? plan.prompt() : plan.latest()).plusSeconds(1);
    }
}
