package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.server.fault.FaultPlan;
import io.atalaya.sandbox.world.Deed;
import io.atalaya.sandbox.world.Target;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.metrics.MetricKey;
import io.atalaya.sandbox.world.sim.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** One run of a scenario: its steps, what it must undo, what truly happened. Guarded by the lock of the world. */
final class Play {
    /** After that long it is over, whatever still ails: something else may ail it. */
    private static final Duration HEALING_AT_MOST = Duration.ofMinutes(8);

    /** The last second of a minute decides what is measured in it. */
    private static final long SLOT = 59;

    /** What a measured value becomes while something is wrong. */
    @FunctionalInterface
    interface Bend {
        double of(long epochSecond, double usual);
    }

    private final World world;
    private final FaultPlan faults;
    private final String scenario;
    private final Instant startedAt;
    private final List<Truth> truths = new ArrayList<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final List<Deed> remedies = new ArrayList<>();
    private final Set<String> watched = new HashSet<>();
    private final Set<String> out = new HashSet<>();
    private final Spans on = Spans.never();
    private int healing;
    private boolean byItself;
    private @Nullable Instant stoppedAt;
    private @Nullable Instant healedAt;

    Play(World world, FaultPlan faults, Scenario scenario) {
        this.world = world;
        this.faults = faults;
        this.scenario = scenario.id();
        this.startedAt = world.now();
        on.set(startedAt, true);
        world.timeline().after(scenario.length(), () -> end(true));
    }

    World world() {
        return world;
    }

    FaultPlan faults() {
        return faults;
    }

    /** When it was on; a signal may look at it for ever. */
    Spans on() {
        return on;
    }

    boolean isOver() {
        return healedAt != null;
    }

    /** Notes what happens now. */
    void tell(What what, List<String> about, Object... arguments) {
        tellOf(world.now(), what, about, arguments);
    }

    /** Notes what happened at another moment. */
    void tellOf(Instant at, What what, List<String> about, Object... arguments) {
        truths.add(new Truth(at, what, about, List.of(arguments)));
    }

    /** Does a step later, unless it has ended by then. */
    void after(Duration wait, Runnable step) {
        world.timeline().after(wait, () -> {
            if (stoppedAt == null) {
                step.run();
            }
        });
    }

    /** What takes back what was done; the last thing done is taken back first. */
    void atEnd(Runnable heal) {
        undo.add(heal);
    }

    /** A part of the healing that takes its time. */
    void healsAfter(Duration wait, Runnable heal) {
        healing++;
        world.timeline().after(wait, () -> {
            heal.run();
            healing--;
            settle();
        });
    }

    /** Notes from now on what becomes of the registrations of these instances. */
    void watch(Collection<String> instanceIds) {
        watched.addAll(instanceIds);
    }

    /** It is not over before this registration is healthy, whether or not it was seen to fail. */
    void awaits(Target registration) {
        out.add(registration.targetGroupArn() + '|' + registration.description().id());
    }

    /** Changes what is measured while it is on; before and after everything is as usual. */
    void bend(Predicate<MetricKey> which, Bend how) {
        bend(on, which, how);
    }

    /** Changes what is measured while something is so. */
    void bend(Spans when, Predicate<MetricKey> which, Bend how) {
        world.metrics().change(which, usual -> t -> {
            double value = usual.at(t);
            return when.at(Instant.ofEpochSecond(t + SLOT)) ? how.of(t, value) : value;
        });
    }

    /** Ends it; a second time does nothing. */
    void end(boolean itself) {
        if (stoppedAt != null) {
            return;
        }
        stoppedAt = world.now();
        byItself = itself;
        on.set(stoppedAt, false);
        undo.reversed().forEach(Runnable::run);
        world.timeline().after(HEALING_AT_MOST, this::over);
        settle();
    }

    /** From now on it ends when that is done, as it would on AWS. */
    void mendedBy(Deed.What what, String on) {
        remedies.add(new Deed(what, on));
    }

    /** What somebody did to the world. */
    void done(Deed deed) {
        if (remedies.contains(deed)) {
            end(false);
        }
    }

    /** What ELB says of a registration. */
    void changed(Target before, @Nullable Target after) {
        String id = before.description().id();
        if (isOver() || !watched.contains(id)) {
            return;
        }
        String key = before.targetGroupArn() + '|' + id;
        List<String> about = List.of(id, before.targetGroupArn());
        String name = Cast.name(world, id);
        String group = Cast.groupName(world, before.targetGroupArn());
        if (after == null) {
            out.remove(key);
            tell(What.TARGET_GONE, about, name, group);
        } else if (after.health().state() == TargetHealthStateEnum.HEALTHY) {
            if (out.remove(key)) {
                tell(What.TARGET_BACK, about, name, group);
            }
        } else if (after.health().state() != TargetHealthStateEnum.INITIAL) {
            out.add(key);
            tell(What.TARGET_OUT, about, name, group, after.health().reasonAsString());
        }
        settle();
    }

    Course course() {
        return new Course(scenario, startedAt, stoppedAt, byItself, healedAt, truths);
    }

    private void settle() {
        if (stoppedAt != null && healing == 0 && out.isEmpty()) {
            over();
        }
    }

    private void over() {
        if (healedAt == null) {
            healedAt = world.now();
            world.practise(false);
        }
    }
}
