package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.insights.Queries;
import io.atalaya.sandbox.world.logs.Logs;
import io.atalaya.sandbox.world.metrics.Alarms;
import io.atalaya.sandbox.world.metrics.Metrics;
import io.atalaya.sandbox.world.sim.Account;
import io.atalaya.sandbox.world.sim.Dice;
import io.atalaya.sandbox.world.sim.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/**
 * One region of a simulated account. It starts empty; a {@link Deployment} furnishes it. Everything in it is guarded by one
 * lock, taken by {@link #ask}: handlers and tests go through that, and find the world advanced to the present.
 */
public final class World {
    /** How long a furnished world has lived when the first question comes, so that it has a yesterday to tell of. */
    public static final Duration LEAD_IN = Duration.ofHours(24);

    /** Into each minute: when the last one's datapoints are there. */
    private static final Duration ALARMS_LOOK = Duration.ofSeconds(20);

    /** How long before the first question alarms look each minute; before that, every five, which is cheaper. */
    private static final Duration LOOKED_CLOSELY = Duration.ofHours(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final WorldSettings settings;
    private final InstantSource clock;
    private final Timeline timeline;
    private final Instant start;
    private final Network network;
    private final Compute compute;
    private final Deeds deeds;
    private final Instances instances;
    private final Balancing balancing;
    private final Certificates certificates;
    private final Targets targets;
    private final Scaling scaling;
    private final Standby standby;
    private final Refreshing refreshing;
    private final Databases databases;
    private final DatabaseWork databaseWork;
    private final FileSystems fileSystems;
    private final Dns dns;
    private final Metrics metrics;
    private final Alarms alarms;
    private final Logs logs;
    private final Queries queries;
    private boolean practised;

    public World(WorldSettings settings) {
        this.settings = settings;
        this.clock = settings.clock();
        this.start = clock.instant();
        this.timeline = new Timeline(start.minus(LEAD_IN));
        this.network = new Network();
        this.compute = new Compute();
        this.deeds = new Deeds();
        this.instances = new Instances(compute, timeline, deeds);
        this.balancing = new Balancing();
        this.certificates = new Certificates(this);
        this.targets = new Targets(balancing, network, instances, timeline);
        this.scaling = new Scaling(this);
        this.standby = new Standby(this);
        this.refreshing = new Refreshing(this);
        this.databases = new Databases(this);
        this.databaseWork = new DatabaseWork(this);
        this.fileSystems = new FileSystems();
        this.dns = new Dns();
        this.metrics = new Metrics();
        this.alarms = new Alarms(metrics);
        this.logs = new Logs(dice());
        this.queries = new Queries(logs, settings.account().id(), this::change, this::now, scan -> Thread.ofVirtual()
                .name("sandbox-query")
                .start(scan));
        instances.whenStateChanges(targets::recheck);
        network.whenPerimeterChanges(targets::networkChanged);
        instances.whenStateChanges(scaling::instanceChanged);
        instances.whenStateChanges(this::takeInterfaces);
    }

    /** The interfaces of an instance go with it, unless somebody said that they shall stay. */
    private void takeInterfaces(String instanceId) {
        if (instances.stateOf(instanceId) == InstanceStateName.TERMINATED) {
            network.interfaces().stream()
                    .filter(each -> each.attachment() != null
                            && instanceId.equals(each.attachment().instanceId())
                            && Boolean.TRUE.equals(each.attachment().deleteOnTermination()))
                    .map(each -> each.networkInterfaceId())
                    .toList()
                    .forEach(network.interfaces()::remove);
        }
    }

    /** Answers a question about the present: advances the world to its clock's time and holds it still meanwhile. */
    public <T> T ask(Supplier<T> question) {
        lock.lock();
        try {
            timeline.advanceTo(clock.instant());
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** Plays what happens up to that moment, whatever the clock says; later moments are reached by the clock. */
    public void advanceTo(Instant moment) {
        lock.lock();
        try {
            timeline.advanceTo(moment);
        } finally {
            lock.unlock();
        }
    }

    /** Puts a deployment in and lets it live through the lead-in. */
    void furnish(Consumer<World> deployment) {
        lock.lock();
        try {
            deployment.accept(this);
            Instant closely =
                    start.minus(LOOKED_CLOSELY).truncatedTo(ChronoUnit.MINUTES).plus(ALARMS_LOOK);
            for (Instant t = closely.minus(LEAD_IN); t.isBefore(closely); t = t.plus(Duration.ofMinutes(5))) {
                timeline.at(t, () -> alarms.look(timeline.now()));
            }
            timeline.every(closely, Duration.ofMinutes(1), () -> alarms.look(timeline.now()));
            timeline.advanceTo(start);
        } finally {
            lock.unlock();
        }
    }

    /** Does something to the world now, as a scenario or a test hook does. */
    public void change(Runnable what) {
        ask(() -> {
            what.run();
            return true;
        });
    }

    /** An incident is practised: what the deployment's own story would do meanwhile does not happen. */
    public void practise(boolean now) {
        practised = now;
    }

    /** A step of a deployment's story, left out while an incident is practised. */
    public Runnable unlessPractised(Runnable step) {
        return () -> {
            if (!practised) {
                step.run();
            }
        };
    }

    /** The simulated present; only meaningful inside {@link #ask}. */
    public Instant now() {
        return timeline.now();
    }

    /** When the first question could be asked. {@link #now()} is {@link #LEAD_IN} earlier while a world is furnished. */
    public Instant start() {
        return start;
    }

    public Account account() {
        return settings.account();
    }

    public String region() {
        return settings.account().region();
    }

    public WorldSettings settings() {
        return settings;
    }

    public Dice dice() {
        return new Dice(settings.seed());
    }

    public Timeline timeline() {
        return timeline;
    }

    public Network network() {
        return network;
    }

    public Compute compute() {
        return compute;
    }

    /** What was done to it. */
    public Deeds deeds() {
        return deeds;
    }

    public Instances instances() {
        return instances;
    }

    public Balancing balancing() {
        return balancing;
    }

    public Certificates certificates() {
        return certificates;
    }

    public Targets targets() {
        return targets;
    }

    public Scaling scaling() {
        return scaling;
    }

    public Standby standby() {
        return standby;
    }

    public Refreshing refreshing() {
        return refreshing;
    }

    public Databases databases() {
        return databases;
    }

    /** What people have done to them. */
    public DatabaseWork databaseWork() {
        return databaseWork;
    }

    public FileSystems fileSystems() {
        return fileSystems;
    }

    public Dns dns() {
        return dns;
    }

    public Metrics metrics() {
        return metrics;
    }

    public Alarms alarms() {
        return alarms;
    }

    public Logs logs() {
        return logs;
    }

    /** Logs Insights. */
    public Queries queries() {
        return queries;
    }
}
