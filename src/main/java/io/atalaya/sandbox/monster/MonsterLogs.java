package io.atalaya.sandbox.monster;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.feed.FeedPlan;
import io.atalaya.sandbox.world.feed.NumberedFeed;
import io.atalaya.sandbox.world.kit.LogGroups;
import io.atalaya.sandbox.world.logs.LogStream;
import io.atalaya.sandbox.world.logs.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The monstrous log groups, for any world. */
public final class MonsterLogs {
    /** Three texts a second, all of {@link MonsterTexts#texts()} in turn. */
    public static final String TEXTS = "/monster/texts";

    /** Messages of 256 KB, 1 MB and, once a minute, 10 MB. */
    public static final String HUGE = "/monster/huge";

    /** Bytes that are no UTF-8, and escaped halves of characters; what reads JSON strictly fails at the page or frame. */
    public static final String BROKEN = "/monster/broken";

    /** Nothing but empty messages, blanks and line breaks. */
    public static final String EMPTY = "/monster/empty";

    /** One hundred thousand streams, 20 events a second over all; a numbered feed. */
    public static final String STREAMS = "/monster/streams-00";

    /** Every second event is up to two hours ahead of its time; a numbered feed. */
    public static final String FUTURE = "/monster/future-00";

    /** How many streams {@link #STREAMS} has. */
    public static final int MANY = 100_000;

    private static final int HUGE_LENGTH = 10 * 1024 * 1024;

    private MonsterLogs() {}

    /** Adds them to a world that is there. */
    public static void add(World world) {
        world.change(() -> furnish(world));
    }

    /** Adds them while a world is furnished. */
    public static void furnish(World world) {
        group(world, TEXTS, turns(MonsterTexts.texts(), 3));
        group(world, BROKEN, turns(MonsterTexts.broken(), 1));
        group(world, EMPTY, turns(MonsterTexts.empty(), 2));
        group(world, HUGE, huge());
        Instant since = world.start().minus(Duration.ofHours(24));
        NumberedFeed.furnish(
                world,
                FeedPlan.steady(1, MANY, 20)
                        .named(STREAMS.substring(0, STREAMS.length() - 3))
                        .between(since, null));
        NumberedFeed.furnish(
                world,
                FeedPlan.nasty(1, 3, 5)
                        .named(FUTURE.substring(0, FUTURE.length() - 3))
                        .ahead(2, Duration.ofHours(2))
                        .between(since, null));
    }

    private static void group(World world, String name, Voice voice) {
        Instant made = world.start().minus(Duration.ofDays(40));
        LogGroups.add(world, name, 30, 64L << 20, List.of(new LogStream("lair", made, voice)));
    }

    private static Voice turns(List<String> texts, int perSecond) {
        return (second, mouth) -> {
            for (int i = 0; i < perSecond; i++) {
                long turn = Math.floorMod(second * perSecond + i, (long) texts.size());
                mouth.say(i * (1_000 / perSecond), texts.get((int) turn));
            }
        };
    }

    private static Voice huge() {
        String ten = MonsterTexts.filled("INFO  10 MB: ", HUGE_LENGTH);
        return (second, mouth) -> {
            switch ((int) Math.floorMod(second, 60L)) {
                case 10 -> mouth.say(5, ten);
                case 25 -> mouth.say(5, MonsterTexts.filled("WARN  1 MB: ", 1 << 20));
                case 40 -> mouth.say(5, MonsterTexts.filled("ERROR 256 KB: ", 256 << 10));
                default -> mouth.say(5, "INFO  an ordinary line between giants, second " + second);
            }
        };
    }
}
