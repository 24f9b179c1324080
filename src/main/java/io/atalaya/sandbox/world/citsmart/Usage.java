package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Target;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.WorkingDay;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What the users do and how it spreads over the hosts: the one source of all metrics and logs, so that a container that is out
 * shows in its own metrics, in the others' load, in target health and in the words of those who ask it.
 */
final class Usage {
    /** São Paulo has had no summer time since 2019. */
    static final ZoneOffset SAO_PAULO = ZoneOffset.ofHours(-3);

    private static final int PART = 15;

    /** Of a hundred requests so many search. */
    private static final double SEARCHES = 0.11;

    private final World world;
    private final CitsmartStory story;
    private final Dice dice;
    private final WorkingDay day;

    Usage(World world, CitsmartStory story) {
        this.world = world;
        this.story = story;
        this.dice = world.dice();
        this.day = new WorkingDay(SAO_PAULO, 11, 148, dice);
    }

    CitsmartStory story() {
        return story;
    }

    /** Requests a second that reach the balancer. */
    double requests(long second) {
        return day.requests(second);
    }

    /** Requests a second that a host works on: pages where it is an application host, searches where it is a service host. */
    double work(Host host, long second) {
        return host.role() == Host.Role.APP
                ? requests(second) * share(CitsmartIds.WEB, host.id(), second)
                : searches(host, second) / SEARCHES;
    }

    /** Searches a second that citSOLR of a host answers. */
    double searches(Host host, long second) {
        return requests(second) * SEARCHES * share(CitsmartIds.SOLR, host.id(), second);
    }

    /** The share of a group's requests that reach an instance, averaged over the minute; 0 for one that is out. */
    double share(String targetGroup, String instanceId, long second) {
        long minute = Math.floorDiv(second, 60L) * 60;
        double sum = 0;
        for (int part = 0; part < 60; part += PART) {
            sum += shareAt(targetGroup, instanceId, Instant.ofEpochSecond(minute + part));
        }
        return sum / (60.0 / PART);
    }

    /** Balancers that find no healthy target send to all of them. */
    private double shareAt(String targetGroup, String instanceId, Instant t) {
        int all = 0;
        int healthy = 0;
        boolean registered = false;
        boolean mine = false;
        for (Target target : world.targets().of(targetGroup)) {
            boolean well = target.healthy().at(t);
            boolean me = target.description().id().equals(instanceId);
            all++;
            healthy += well ? 1 : 0;
            registered |= me;
            mine |= me && well;
        }
        return mine ? 1.0 / healthy : registered && healthy == 0 ? 1.0 / all : 0;
    }

    /** How many targets of a group were healthy, or were not, at the end of a minute. */
    double targets(String targetGroup, @Nullable String zone, long minute, boolean healthy) {
        Instant end = Instant.ofEpochSecond(minute + 59);
        return world.targets().of(targetGroup).stream()
                .filter(t -> zone == null
                        || world.instances().zoneOf(t.description().id()).equals(zone))
                .filter(t -> t.healthy().at(end) == healthy)
                .count();
    }

    /** Whether a host ran: what does not run publishes nothing. */
    boolean ran(Host host, long second) {
        return world.instances().running(host.id()).at(Instant.ofEpochSecond(second));
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
