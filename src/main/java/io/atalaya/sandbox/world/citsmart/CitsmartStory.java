package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Ailment;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.sim.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/**
 * What goes wrong here: citSOLR in sa-east-1b rebuilds its index, fills its heap, and stops answering; searches of that zone
 * go to the next one. The site goes on. It is cause and effect: the NOC restarts the container after some minutes, and who
 * reboots the host at the console heals it as well.
 */
public final class CitsmartStory {
    /** From the rebuilding of the index until citSOLR answers no more. */
    public static final Duration UNTIL_OUT = Duration.ofSeconds(170);

    /** How long it is out before the NOC restarts the container. */
    public static final Duration OUT = Duration.ofSeconds(380);

    /** The host it happens on. */
    static final Host SICK = Host.SERVICES_1B;

    private static final Duration CYCLE = Duration.ofMinutes(20);
    private static final Duration INTO_CYCLE = Duration.ofSeconds(1_060);

    /** How far the pinned incident has got at the first moment. */
    private static final Duration PINNED = Duration.ofMinutes(11);

    private final World world;
    private final Spans rebuilding = Spans.never();
    private final Spans out = Spans.never();
    private final List<Instant> restarts = new ArrayList<>();

    CitsmartStory(World world) {
        this.world = world;
    }

    void furnish() {
        world.instances().whenStateChanges(id -> {
            if (id.equals(SICK.id()) && !world.instances().isUp(id)) {
                end();
            }
        });
        switch (world.settings().story()) {
            case CALM -> {
                // nothing is planned
            }
            case INCIDENT -> world.timeline().at(world.start().minus(PINNED), () -> begin(false));
            case REPEATING ->
                world.timeline().every(firstAfter(world.now()), CYCLE, world.unlessPractised(() -> begin(true)));
        }
    }

    /** When citSOLR of a host did not answer. */
    boolean isOut(Host host, long second) {
        return host.id().equals(SICK.id()) && out.at(Instant.ofEpochSecond(second));
    }

    /** How full citSOLR's heap was beyond what is usual, from 0 to 1. */
    double pressure(Host host, long second) {
        Instant t = Instant.ofEpochSecond(second);
        if (!host.id().equals(SICK.id()) || !rebuilding.at(t)) {
            return 0;
        }
        double into = second - rebuilding.lastChange(t).orElse(t).getEpochSecond();
        return Math.min(1, into / UNTIL_OUT.toSeconds());
    }

    /** How often Docker had restarted citSOLR of a host by then. */
    long restarts(Host host, long second) {
        Instant t = Instant.ofEpochSecond(second);
        return host.id().equals(SICK.id())
                ? restarts.stream().filter(r -> !r.isAfter(t)).count()
                : 0;
    }

    private static Instant firstAfter(Instant t) {
        long cycle = CYCLE.toSeconds();
        long into = Math.floorMod(t.getEpochSecond() - INTO_CYCLE.toSeconds(), cycle);
        return Instant.ofEpochSecond(t.getEpochSecond() + cycle - into);
    }

    private void begin(boolean repaired) {
        if (world.instances().stateOf(SICK.id()) != InstanceStateName.RUNNING || rebuilding.at(world.now())) {
            return;
        }
        Instant begun = world.now();
        rebuilding.set(begun, true);
        world.timeline().after(UNTIL_OUT, () -> {
            if (rebuilding.at(world.now())
                    && rebuilding.lastChange(world.now()).orElseThrow().equals(begun)) {
                out.set(world.now(), true);
                world.targets().afflict(SICK.id(), CitsmartIds.SOLR, Ailment.TIMEOUT);
                if (repaired) {
                    world.timeline().after(OUT, this::end);
                }
            }
        });
    }

    private void end() {
        if (!rebuilding.at(world.now())) {
            return;
        }
        rebuilding.set(world.now(), false);
        out.set(world.now(), false);
        restarts.add(world.now());
        world.targets().cure(SICK.id(), CitsmartIds.SOLR);
    }
}
