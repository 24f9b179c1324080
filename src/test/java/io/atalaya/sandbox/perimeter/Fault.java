package io.atalaya.sandbox.perimeter;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.checkop.Ids;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a CheckOP that was well: why a target is not healthy.
 *
 * @param name lower case with hyphens
 * @param wrong what is wrong, in a sentence
 * @param state of the target once ELB has noticed, e.g. {@code unhealthy}
 * @param reason ELB's code, e.g. {@code Target.Timeout}
 * @param targetGroupArn of the group in which the target suffers
 * @param targetId instance, address or function
 * @param noticed how long after it ELB says so
 * @param strike does it; to be called in {@link World#change}
 */
public record Fault(
        String name,
        String wrong,
        String state,
        @Nullable String reason,
        String targetGroupArn,
        String targetId,
        Duration noticed,
        Consumer<World> strike) {
    /** Checks every ten seconds, two of them and one to be sure. */
    private static final Duration USUAL = Duration.ofMinutes(2);

    /** AUTOChOp in us-east-1d, which does not answer ChOp-web in time. */
    static Fault timeout(String name, String wrong, Consumer<World> strike) {
        return unhealthy(name, wrong, "Target.Timeout", strike);
    }

    /** The same machine, unhealthy for another reason. */
    static Fault unhealthy(String name, String wrong, String reason, Consumer<World> strike) {
        return of(name, wrong, "unhealthy", reason, strike);
    }

    static Fault of(String name, String wrong, String state, String reason, Consumer<World> strike) {
        return new Fault(name, wrong, state, reason, Ids.WEB, Ids.APP_1D, USUAL, strike);
    }

    Fault of(String group, String target) {
        return new Fault(name, wrong, state, reason, group, target, noticed, strike);
    }

    Fault after(Duration time) {
        return new Fault(name, wrong, state, reason, targetGroupArn, targetId, time, strike);
    }

    @Override
    public String toString() {
        return name;
    }
}
