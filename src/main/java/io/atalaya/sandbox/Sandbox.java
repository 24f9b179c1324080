package io.atalaya.sandbox;

import io.atalaya.sandbox.scenario.Scenarios;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.RequestLog;
import io.atalaya.sandbox.server.SandboxServer;
import io.atalaya.sandbox.server.ServerParts;
import io.atalaya.sandbox.server.Wire;
import io.atalaya.sandbox.server.fault.FaultPlan;
import io.atalaya.sandbox.server.tail.TailFaults;
import io.atalaya.sandbox.site.Site;
import io.atalaya.sandbox.world.AccessKey;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.Clouds;
import io.atalaya.sandbox.world.Deployment;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.feed.FeedPlan;
import io.atalaya.sandbox.world.feed.NumberedFeed;
import io.atalaya.sandbox.world.handlers.AllOperations;
import io.atalaya.sandbox.world.logs.ReadFaults;
import io.atalaya.sandbox.world.sim.Account;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A local AWS with a deployment in it, listening on 127.0.0.1 until it is closed: what a first start of the console opens,
 * and the AWS of every test.
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxOptions options;
    private final Cloud cloud;
    private final SandboxServer server;
    private final ServerParts parts;
    private final WorldTail tail;
    private final Scenarios scenarios;
    private volatile AccessKey session;
    private @Nullable Site site;

    private Sandbox(
            SandboxOptions options,
            Cloud cloud,
            SandboxServer server,
            ServerParts parts,
            WorldTail tail,
            AccessKey session) {
        this.options = options;
        this.cloud = cloud;
        this.server = server;
        this.parts = parts;
        this.tail = tail;
        this.session = session;
        this.scenarios = new Scenarios(cloud.home(), parts.faults());
    }

    /** Starts {@link SandboxOptions#defaults()}. */
    public static Sandbox start() {
        return start(SandboxOptions.defaults());
    }

    /**
     * Starts a sandbox.
     *
     * @throws IllegalArgumentException when there is no deployment of that name; the message names those there are
     */
    public static Sandbox start(SandboxOptions options) {
        Deployment deployment = Deployments.named(options.deployment());
        var account = new Account(deployment.accountId(), deployment.accountAlias(), deployment.region());
        Cloud cloud = Clouds.build(deployment, account, options.seed(), options.clock(), options.story());
        var registry = new OperationRegistry();
        AllOperations.register(registry, cloud);
        var tail = new WorldTail(cloud.home());
        var parts = new ServerParts(
                registry,
                new WorldKeys(cloud.identity(), options.clock()),
                new FaultPlan(),
                new Wire(deployment.wire(options.seed())),
                RequestLog.byName(),
                tail,
                cloud.trail(),
                clockOf(options.clock()),
                Clock.systemUTC());
        return new Sandbox(
                options, cloud, SandboxServer.start(parts, options.port()), parts, tail, session(cloud, options));
    }

    /** {@code http://127.0.0.1:PORT}. */
    public URI endpoint() {
        return server.endpoint();
    }

    /** Where the deployment is; the other regions are empty. */
    public String region() {
        return cloud.home().region();
    }

    public String accessKeyId() {
        return session.accessKeyId();
    }

    /** Opens nothing but this simulation. */
    public String secretAccessKey() {
        return session.secretAccessKey();
    }

    public @Nullable String sessionToken() {
        return session.sessionToken();
    }

    /** The credentials the sandbox gives its own caller: the operator's session, until it expires. */
    public AccessKey credentials() {
        return session;
    }

    /** Another session of the operator's, as signing in again gives; the one before lives on until it expires. */
    public AccessKey renew() {
        session = session(cloud, options);
        return session;
    }

    public World world() {
        return cloud.home();
    }

    /** The whole account: its other regions and who may sign in. */
    public Cloud cloud() {
        return cloud;
    }

    /** Adds log groups whose every event is numbered and known. */
    public NumberedFeed feed(FeedPlan plan) {
        return NumberedFeed.add(cloud.home(), plan);
    }

    /** Incidents for people who practise. */
    public Scenarios scenarios() {
        return scenarios;
    }

    /** What goes wrong on purpose. */
    public FaultPlan faults() {
        return parts.faults();
    }

    /** How Live Tail misbehaves, also of sessions that are open. */
    public TailFaults tailFaults() {
        return parts.faults().tails();
    }

    /** How FilterLogEvents misbehaves. */
    public ReadFaults readFaults() {
        return cloud.home().logs().faults();
    }

    /** What requests and answers go through: changed texts, missing members. */
    public Wire wire() {
        return parts.wire();
    }

    /** What stands behind its names; listens from the first call on. */
    public synchronized Site site() {
        var known = site;
        if (known == null) {
            known = Site.start(cloud.home());
            site = known;
        }
        return known;
    }

    /** Every request that came. */
    public RequestLog requests() {
        return parts.log();
    }

    @Override
    public void close() {
        server.close();
        synchronized (this) {
            if (site != null) {
                site.close();
            }
        }
        tail.close();
        cloud.home().queries().close();
    }

    private static AccessKey session(Cloud cloud, SandboxOptions options) {
        Instant now = options.clock().instant();
        return cloud.identity()
                .roleSession(
                        cloud.home().account().id(), Clouds.OPERATOR_ROLE, Clouds.OPERATOR, now, options.sessionLife());
    }

    private static Clock clockOf(InstantSource source) {
        return source instanceof Clock clock ? clock : source.withZone(ZoneOffset.UTC);
    }
}
