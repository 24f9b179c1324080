package io.atalaya.aws.operations;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.readers.PageSize;
import io.atalaya.aws.readers.Sources;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.Settling;
import io.atalaya.operate.run.Sender;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Machine;
import io.atalaya.watch.RefreshLoop;
import io.atalaya.watch.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Acts on a sandbox in virtual time and looks with the console's own eyes until what was done has settled. */
final class Practice implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

    final VirtualTime time = new VirtualTime();
    final ActWire wire = new ActWire(time);
    private final RefreshLoop loop;
    private volatile Deployment newest = Deployment.empty("us-east-1", null);

    /**
     * How an act went.
     *
     * @param seen each different progress, in order
     */
    record Course(Sender.Sent sent, List<Settling.Progress> seen) {
        Settling.Progress last() {
            return seen.getLast();
        }
    }

    Practice() {
        loop = new RefreshLoop(
                newest,
                Sources.of(wire.clients, new FanOut(Thread.ofVirtual().factory(), 4), time, PageSize.LARGEST),
                new AwsProblems(time, false),
                new Machine(time, time, time, new Random(7)),
                snapshot -> newest = snapshot);
        loop.start();
        try (var reading = loop.watch(Set.copyOf(Parts.all()))) {
            time.advance(Duration.ofSeconds(2));
        }
    }

    Deployment now() {
        loop.askNow(Set.copyOf(Parts.all()));
        time.settle();
        return newest;
    }

    /** Sends it and looks until it has settled, or patience is over. */
    Course act(Operation operation) {
        var settling = operation.settling();
        var before = newest;
        var seen = new ArrayList<Settling.Progress>();
        var sent = wire.send(operation.request());
        var waited = Duration.ZERO;
        while (sent.problem() == null && waited.compareTo(settling.patience()) <= 0) {
            loop.askNow(settling.parts());
            time.settle();
            var progress = settling.look().at(before, newest);
            if (seen.isEmpty() || !seen.getLast().equals(progress)) {
                seen.add(progress);
            }
            if (progress.phase() != Settling.Phase.UNDER_WAY) {
                break;
            }
            time.skip(BETWEEN_LOOKS);
            waited = waited.plus(BETWEEN_LOOKS);
        }
        return new Course(sent, seen);
    }

    @Override
    public void close() {
        loop.close();
        wire.close();
    }
}
