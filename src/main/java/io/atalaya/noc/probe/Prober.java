package io.atalaya.noc.probe;

import io.atalaya.deployment.ProbeResult;
import io.atalaya.deployment.ProbeResult.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Asks hosts, one question each, within a few seconds in all. Before anything leaves, the host is held against what is
 * configured, and against how often it may be asked; an answer is read to a few KB and the connection is closed. Whatever comes
 * of it is a result.
 */
public final class Prober {
    private final Way way;
    private final Connector connector;
    private final Trust trust;
    private final RateLimit limit;
    private final String agent;
    private final Patience patience;
    private final Clocks clocks;

    /**
     * @param agent who says to ask: {@code Atalaya/0.1.0}
     */
    public Prober(
            Way way,
            Connector connector,
            Trust trust,
            RateLimit limit,
            String agent,
            Patience patience,
            Clocks clocks) {
        this.way = way;
        this.connector = connector;
        this.trust = trust;
        this.limit = limit;
        this.agent = agent;
        this.patience = patience;
        this.clocks = clocks;
    }

    /** {@link #probe(ProbeTarget, Configured, ProbeResult)} with nothing before. */
    public ProbeResult probe(ProbeTarget target, Configured configured) {
        return probe(target, configured, null);
    }

    /**
     * Asks once. Blocks for no longer than there is patience; an interrupt ends it.
     *
     * @param before what was found the last time, which is given again, with its time, when the host may not be asked so soon
     */
    public ProbeResult probe(ProbeTarget target, Configured configured, @Nullable ProbeResult before) {
        var attempt = new Attempt(target, clocks.wall().instant(), new Deadline(clocks.nanos(), patience.all()));
        if (!configured.has(target.host())) {
            return attempt.refused("not asked: neither the catalogue nor the deployment names " + target.host());
        }
        if (!limit.permits(target.host())) {
            return before != null ? before : attempt.refused("not asked: asked too often");
        }
        var reach = new Reach(way, connector, patience, attempt);
        try (var socket = reach.connect(configured.named().contains(target.host()))) {
            if (target.kind() == Kind.TCP) {
                return attempt.result(null);
            }
            return new Ask(agent, trust, patience, clocks.wall()).over(socket, attempt);
        } catch (IOException e) {
            return attempt.result(Failures.words(e));
        }
    }
}
