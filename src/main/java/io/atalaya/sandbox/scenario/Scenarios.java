package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.server.fault.FaultPlan;
import io.atalaya.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of one sandbox. One at a time: whose doing a thing was must stay clear, or there is nothing to learn from it.
 * May be used from any thread; every call waits for the world's lock, as a request over the wire does.
 */
public final class Scenarios {
    private static final List<Scenario> ALL = List.of(
            new ZoneOutage(),
            TargetFailure.answers503(),
            TargetFailure.hangs(),
            TargetFailure.gone(),
            new TargetStopped(),
            new TargetUnused(),
            new TargetDeregistered(),
            new DatabaseFailover(),
            new StorageFull(),
            new FileGrowth(),
            new ErrorStorm(),
            new CertificateExpired(),
            new RefreshGoneWrong(),
            new ThrottledAccount());

    private final World world;
    private final FaultPlan faults;
    private final List<Play> plays = new ArrayList<>();

    public Scenarios(World world, FaultPlan faults) {
        this.world = world;
        this.faults = faults;
        world.change(() -> {
            world.targets().whenHealthChanges((before, after) -> {
                if (!plays.isEmpty()) {
                    plays.getLast().changed(before, after);
                }
            });
            world.deeds().whenDone(deed -> {
                if (!plays.isEmpty()) {
                    plays.getLast().done(deed);
                }
            });
        });
    }

    /** The ids of all there are, whatever the deployment has. */
    public static List<String> ids() {
        return ALL.stream().map(Scenario::id).toList();
    }

    /** All of them, and which can be played here and now. */
    public List<Offer> offers() {
        return world.ask(() -> ALL.stream()
                .map(each ->
                        new Offer(each.id(), each.length(), each.lack(world).orElse(null)))
                .toList());
    }

    /**
     * Starts one.
     *
     * @throws IllegalArgumentException when there is none of that id; the message names those there are
     */
    public Start start(String id) {
        Scenario wanted = ALL.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no scenario '" + id + "'. There are: " + String.join(", ", ids())));
        return world.ask(() -> start(wanted));
    }

    private Start start(Scenario wanted) {
        Play last = last();
        if (last != null && !last.isOver()) {
            return new Start.Busy(last.course().scenario());
        }
        Optional<Lack> lack = wanted.lack(world);
        if (lack.isPresent()) {
            return new Start.Unfit(lack.get());
        }
        world.practise(true);
        var play = new Play(world, faults, wanted);
        plays.add(play);
        wanted.begin(play);
        return new Start.Started(play.course());
    }

    /** Ends the one that runs: the world heals as AWS heals, which takes its time. Nothing happens when none runs. */
    public void stop() {
        world.change(() -> {
            Play last = last();
            if (last != null) {
                last.end(false);
            }
        });
    }

    /** The newest run, as far as it has come; empty before the first. */
    public Optional<Course> course() {
        return world.ask(() -> Optional.ofNullable(last()).map(Play::course));
    }

    /** All runs, oldest first. */
    public List<Course> courses() {
        return world.ask(() -> plays.stream().map(Play::course).toList());
    }

    private @Nullable Play last() {
        return plays.isEmpty() ? null : plays.getLast();
    }
}
