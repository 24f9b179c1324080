package io.atalaya.app;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.CreateDatabaseSnapshot;
import io.atalaya.operate.act.CreateImage;
import io.atalaya.operate.act.CreateTag;
import io.atalaya.operate.act.DisableAlarmActions;
import io.atalaya.operate.act.ModifyHealthCheck;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.preflight.Confirmation;
import io.atalaya.operate.run.ActRefusedException;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.ui.acting.ActTexts;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What somebody does for pictures of acting: on a sandbox only, one act after the other, some of which do not go well. Its
 * caller lacks one permission meanwhile, and one request is answered by an error of AWS itself.
 */
final class Rehearsal {
    private static final Duration ARMED = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private final ConnectionScope scope;
    private final Sandbox sandbox;
    private final ActTexts words;

    Rehearsal(ConnectionScope scope, Sandbox sandbox, Texts texts) {
        this.scope = scope;
        this.sandbox = sandbox;
        this.words = new ActTexts(texts);
    }

    /** Fills the journal. */
    void before() throws InterruptedException {
        scope.acting().arming().arm(ARMED);
        deny();
        act(it -> instance(it).map(on -> new CreateTag(on.ref(), "Owner", "night shift")));
        act(Rehearsal::slowerChecks);
        act(it -> it.items(Parts.ALARMS).stream()
                .findFirst()
                .map(alarm -> new DisableAlarmActions(alarm.arn(), alarm.name())));
        denied();
        try (var broken =
                sandbox.faults().plan(FaultMatch.of(AwsService.EC2, "RebootInstances"), new Fault.ServerError(503))) {
            act(it -> instance(it).map(on -> new RebootInstance(on.id())));
        }
    }

    /** Begins what takes minutes. */
    void goesOn(Instant now) {
        begin(it -> it.items(Parts.DATABASES).stream()
                .findFirst()
                .map(database ->
                        new CreateDatabaseSnapshot(database.id(), database.id() + "-by-hand-" + DAY.format(now))));
    }

    /** One that is refused and one that goes well, with somebody looking. */
    void whileWatched() throws InterruptedException {
        denied();
        act(it -> instance(it).map(on -> {
            var other = "night shift".equals(on.tags().get("Owner")) ? "day shift" : "night shift";
            return new CreateTag(on.ref(), "Owner", other);
        }));
    }

    private void deny() {
        sandbox.faults().plan(FaultMatch.of(AwsService.EC2, "CreateImage"), new Fault.Denied("*"));
    }

    private void denied() throws InterruptedException {
        act(it -> instance(it).map(on -> new CreateImage(on.id(), on.name() + "-before-release", null, true)));
    }

    /** A machine that is in nobody's way. */
    private static Optional<Instance> instance(Deployment now) {
        return now.items(Parts.INSTANCES).stream()
                .filter(it -> it.state().equals("running") && now.index().scalingGroup(it.id()) == null)
                .findFirst();
    }

    private static Optional<Operation> slowerChecks(Deployment now) {
        return now.items(Parts.TARGET_GROUPS).stream().findFirst().map(group -> {
            var checks = group.healthCheck();
            var slower = new HealthCheckSettings(
                    checks.enabled(),
                    checks.protocol(),
                    checks.port(),
                    checks.path(),
                    checks.intervalSeconds() + 5,
                    checks.timeoutSeconds(),
                    checks.healthyThreshold(),
                    checks.unhealthyThreshold(),
                    checks.matcher());
            return new ModifyHealthCheck(group.arn(), slower);
        });
    }

    private void act(Function<Deployment, Optional<? extends Operation>> which) throws InterruptedException {
        var begun = begin(which);
        if (begun.isPresent()) {
            var over = new CountDownLatch(1);
            Runnable look = () -> {
                if (begun.get().ended()) {
                    over.countDown();
                }
            };
            var forget = scope.acting().runner().onChange(look);
            look.run();
            over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS); // a picture of what goes on is a picture, too
            forget.run();
        }
    }

    /** Nothing where the deployment has nothing to act on, or refuses. */
    private Optional<RunningAct> begin(Function<Deployment, Optional<? extends Operation>> which) {
        var wanted = which.apply(scope.current());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var operation = wanted.get();
        var runner = scope.acting().runner();
        var preflight = runner.preflight(operation);
        var name = preflight.confirmation() == Confirmation.TYPE_NAME ? runner.nameToType(operation) : null;
        try {
            return Optional.of(runner.run(operation, preflight, words.sentences(preflight), name));
        } catch (ActRefusedException refused) {
            return Optional.empty();
        }
    }
}
