package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.Ailment;
import io.atalaya.sandbox.world.Deed;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;

/** An instance runs and its application does not pass the health check, in one of three ways that ELB tells apart. A new start mends it. */
record TargetFailure(String id, What what, Ailment ailment) implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(8);

    /** The application answers, with the wrong code. */
    static TargetFailure answers503() {
        return new TargetFailure(
                "target-answers-503",
                What.APPLICATION_ANSWERS_503,
                new Ailment(
                        TargetHealthReasonEnum.TARGET_RESPONSE_CODE_MISMATCH,
                        "Health checks failed with these codes: [503]"));
    }

    /** The application takes the connection and never answers; a security group that drops looks the same. */
    static TargetFailure hangs() {
        return new TargetFailure("target-hangs", What.APPLICATION_HANGS, Ailment.TIMEOUT);
    }

    /** Nobody listens on the port. */
    static TargetFailure gone() {
        return new TargetFailure(
                "target-gone",
                What.APPLICATION_GONE,
                new Ailment(TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS, "Health checks failed"));
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return Cast.target(world).isPresent() ? Optional.empty() : Optional.of(Lack.NO_TARGET);
    }

    @Override
    public void begin(Play play) {
        World world = play.world();
        String victim = Cast.target(world).orElseThrow();
        List<String> about = List.of(victim);
        play.watch(about);
        play.tell(what, about, Cast.name(world, victim));
        world.targets().strike(victim, ailment);
        play.mendedBy(Deed.What.BOOTED, victim);
        play.atEnd(() -> {
            play.tell(What.APPLICATION_MENDED, about, Cast.name(world, victim));
            world.targets().spare(victim);
        });
    }
}
