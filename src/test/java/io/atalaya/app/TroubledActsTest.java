package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.operate.run.Standing;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.fault.FaultPlan;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.world.checkop.Ids;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Acts that do not go well, from the click to what is on the screen and in the journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubledActsTest extends ActingUiTest {
    private static final ResourceRef BASE = new ResourceRef(ResourceType.INSTANCE, Ids.BASE);
    private static final ResourceRef DATABASE = new ResourceRef(ResourceType.DATABASE, Ids.DATABASE);

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        console = onFx(() -> ActingConsole.open(home, theme()));
        begin();
    }

    @AfterAll
    void close() throws Exception {
        end();
    }

    @BeforeEach
    void quiet() throws Exception {
        calm();
    }

    private FaultPlan.Planned fault(AwsService service, String operation, Fault fault) {
        return console().test.sandbox().faults().plan(FaultMatch.of(service, operation), fault);
    }

    private RunningAct confirmed() throws Exception {
        assertThat(canPress()).isTrue();
        robot.clickOn("#confirm-press");
        var act = console().ended();
        settle();
        doOnFx(console().tick::tick);
        settle();
        return act;
    }

    @Test
    void aDenialNamesTheActionThatIsMissing() throws Exception {
        try (var denied = fault(AwsService.EC2, "RebootInstances", new Fault.Denied("*"))) {
            arm();
            inspect(BASE);
            choose("RebootInstance");
            var standing = confirmed().standing();
            assertThat(standing.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(denied.struck()).as("never sent again").isEqualTo(1);
            picture("refused");
            var said = notices();
            var problem = Objects.requireNonNull(standing.problem());
            assertThat(problem.code()).isEqualTo("UnauthorizedOperation");
            assertThat(said)
                    .contains("Reboot instance", "refused by AWS: nothing changed", "UnauthorizedOperation")
                    .contains("Not allowed: ec2:RebootInstances", "Missing action")
                    .containsOnlyOnce("no identity-based policy allows")
                    .contains(Objects.requireNonNull(problem.requestId()));
            assertThat(copied("ec2:RebootInstances")).isEqualTo("ec2:RebootInstances");
            var written = lastWritten();
            assertThat(written.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(written.requestIds()).containsExactly(problem.requestId());
            assertThat(onFx(() -> robot.lookup("#notice-undo").tryQuery())).isEmpty();
        }
    }

    private String copied(String shown) throws Exception {
        return onFx(() -> {
            Node id = robot.lookup(".notices .copy-id")
                    .lookup((Node it) ->
                            it instanceof Button button && button.getText().equals(shown))
                    .query();
            ((Button) id).fire();
            return Clipboard.getSystemClipboard().getString();
        });
    }

    @Test
    void aDenialOfAnotherServiceHasItsOwnCode() throws Exception {
        try (var denied = fault(AwsService.RDS, "RebootDBInstance", new Fault.Denied("*"))) {
            arm();
            open(DATABASE, "RebootDatabase");
            typeName();
            assertThat(confirmed().standing().verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(denied.struck()).isEqualTo(1);
            assertThat(notices()).contains("AccessDenied", "rds:RebootDBInstance");
        }
    }

    @Test
    void throttledIsRefusedAndNotTriedAgain() throws Exception {
        try (var throttled = fault(AwsService.EC2, "RebootInstances", new Fault.Throttled())) {
            arm();
            inspect(BASE);
            choose("RebootInstance");
            assertThat(confirmed().standing().verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(throttled.struck()).isEqualTo(1);
            assertThat(notices()).contains("refused by AWS: nothing changed", "RequestLimitExceeded");
            assertThat(lastWritten().verdict()).isEqualTo(Verdict.REFUSED);
        }
    }

    @Test
    void afterAnErrorOfAwsItselfTheOutcomeIsUnknown() throws Exception {
        try (var broken = fault(AwsService.EC2, "RebootInstances", new Fault.ServerError(503))) {
            arm();
            inspect(BASE);
            choose("RebootInstance");
            assertThat(confirmed().standing().verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(broken.struck()).isEqualTo(1);
            assertThat(notices()).contains("outcome unknown");
            assertThat(lastWritten().verdict()).isEqualTo(Verdict.UNKNOWN);
        }
    }

    /** The answer is lost on its way back: AWS has done it, which only looking tells. */
    @Test
    void anAnswerThatIsLostIsSettledByLooking() throws Exception {
        try (var lost = fault(AwsService.EC2, "CreateTags", new Fault.CutConnection())) {
            arm();
            open(BASE, "CreateTag");
            doOnFx(() -> {
                robot.lookup("#act-key").<TextInputControl>query().setText("owner");
                robot.lookup("#act-value").<TextInputControl>query().setText("night shift");
            });
            settle();
            var standing = confirmed().standing();
            assertThat(lost.struck()).isEqualTo(1);
            assertThat(standing.problem()).as("why looking was necessary").isNotNull();
            assertThat(standing.verdict()).isEqualTo(Verdict.DONE);
            assertThat(notices()).contains("done", "ec2:CreateTags");
            assertThat(lastWritten().verdict()).isEqualTo(Verdict.DONE);
        }
    }

    /** AWS accepts it, and somebody else ends the machine meanwhile. */
    @Test
    void whatWasAcceptedAndEndsOtherwiseHasFailed() throws Exception {
        arm();
        inspect(new ResourceRef(ResourceType.INSTANCE, Ids.APP_1A));
        choose("StopInstance");
        typeName();
        robot.clickOn("#confirm-press");
        assertThat(console().when(it -> it.standing().phase() == Standing.Phase.WATCHING, 20))
                .isTrue();
        try (var somebody = somebody()) {
            somebody.terminateInstances(it -> it.instanceIds(Ids.APP_1A));
        }
        var act = console().ended();
        settle();
        picture("failed");
        assertThat(act.standing().verdict()).isEqualTo(Verdict.FAILED);
        assertThat(notices()).contains("Stop instance", "accepted by AWS, and ended otherwise");
        assertThat(notices()).containsPattern("shutting-down|terminated");
        assertThat(lastWritten().verdict()).isEqualTo(Verdict.FAILED);
    }

    private Ec2Client somebody() {
        var sandbox = console().test.sandbox();
        var key = sandbox.credentials();
        URI endpoint = sandbox.endpoint();
        return Ec2Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(sandbox.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        key.accessKeyId(), key.secretAccessKey(), Objects.requireNonNull(key.sessionToken()))))
                .build();
    }
}
