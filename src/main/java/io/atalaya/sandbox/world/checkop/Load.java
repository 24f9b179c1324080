package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Target;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.WorkingDay;
import io.atalaya.sandbox.world.sim.Dice;
import io.atalaya.sandbox.world.sim.Spans;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What the users do and how it spreads over the instances: the one source of all metrics, so that a target that is out shows
 * in its own CPU, in the other's, in latency, in errors and in the database's connections at the same minute.
 */
final class Load {
    private static final ZoneOffset BOGOTA = ZoneOffset.ofHours(-5);
    private static final int PART = 15;

    private final World world;
    private final CheckopStory story;
    private final Dice dice;
    private final WorkingDay day;

    Load(World world, CheckopStory story) {
        this.world = world;
        this.story = story;
        this.dice = world.dice();
        this.day = new WorkingDay(BOGOTA, 14, 205, dice);
    }

    /** Requests a second: people work from eight to six in Bogotá, less on Saturdays, hardly on Sundays. */
    double requests(long second) {
        return day.requests(second);
    }

    /** The share of requests that reach an instance, averaged over the minute; 0 for one that is out. */
    double share(String instanceId, long minute) {
        double sum = 0;
        for (int part = 0; part < 60; part += PART) {
            sum += shareAt(instanceId, Instant.ofEpochSecond(minute + part));
        }
        return sum / (60.0 / PART);
    }

    /** Balancers that find no healthy target send to all of them. */
    private double shareAt(String instanceId, Instant t) {
        int all = 0;
        int healthy = 0;
        boolean registered = false;
        boolean mine = false;
        for (Target target : world.targets().of(Ids.WEB)) {
            boolean well = target.healthy().at(t);
            boolean me = target.description().id().equals(instanceId);
            all++;
            healthy += well ? 1 : 0;
            registered |= me;
            mine |= me && well;
        }
        return mine ? 1.0 / healthy : registered && healthy == 0 ? 1.0 / all : 0;
    }

    /** The share of a minute in which an instance was still sent requests that it could no longer answer. */
    double lost(long minute) {
        Spans cut = story.cutOff(Ids.PUBLIC_1D);
        double parts = 0;
        for (int s = 0; s < 60; s += 5) {
            Instant t = Instant.ofEpochSecond(minute + s);
            // Requests that hang are answered 504 some seconds after the target has been taken out.
            boolean hanging = cut.at(t) && (isHealthy(t) || isHealthy(t.minusSeconds(30)));
            parts += hanging ? 1 : 0;
        }
        return parts / 12;
    }

    private boolean isHealthy(Instant t) {
        return world.targets().of(Ids.WEB).stream()
                .anyMatch(x ->
                        x.description().id().equals(Ids.APP_1D) && x.healthy().at(t));
    }

    /** Whether the instances of a subnet could not reach ChOp-Temp. */
    boolean isCut(String subnetId, long second) {
        return story.cutOff(subnetId).at(Instant.ofEpochSecond(second));
    }

    /** Whether an instance ran: what does not run publishes nothing. */
    boolean ran(String instanceId, long second) {
        return world.instances().running(instanceId).at(Instant.ofEpochSecond(second));
    }

    /** A level with a little noise of its own, by a name of its own. */
    double wobble(String name, long second, double level, double part) {
        return level * (1 + part * dice.noise(name, second, 240));
    }

    /** How long the world has gone on, in days; negative before its start. */
    double days(long second) {
        return (second - world.start().getEpochSecond()) / 86_400.0;
    }
}
