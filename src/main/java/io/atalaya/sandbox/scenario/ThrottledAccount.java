package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.fault.FaultPlan;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Somebody else's script asks the same APIs in a tight loop and uses up the account's quota: nine calls in ten are refused, in
 * each service's own words. The deployment itself is well, and hardly anybody can see it.
 */
final class ThrottledAccount implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(8);
    private static final int ONE_IN = 10;
    private static final List<AwsService> ASKED = List.of(
            AwsService.EC2,
            AwsService.BALANCING,
            AwsService.CLASSIC_BALANCING,
            AwsService.ACM,
            AwsService.RDS,
            AwsService.EFS,
            AwsService.AUTO_SCALING,
            AwsService.CLOUDWATCH,
            AwsService.ROUTE_53);

    @Override
    public String id() {
        return "throttled-account";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return Optional.empty();
    }

    @Override
    public void begin(Play play) {
        play.tell(What.THROTTLING_BEGAN, List.of(), 100 - 100 / ONE_IN);
        for (AwsService service : ASKED) {
            FaultPlan.Planned planned =
                    play.faults().plan(FaultMatch.of(service), new Fault.Throttled(), number -> number % ONE_IN != 0);
            play.atEnd(planned::close);
        }
        play.atEnd(() -> play.tell(What.THROTTLING_ENDED, List.of()));
    }
}
