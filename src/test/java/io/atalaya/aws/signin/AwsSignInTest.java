package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.Profile;
import io.atalaya.connect.Renewal;
import io.atalaya.connect.SignInMethod;
import io.atalaya.connect.SignInStep.Kind;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsSignInTest {
    private static final String ACCOUNT = "arn:aws:iam::";

    @TempDir
    private Path home;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void sandboxNeedsNoAccount() {
        var session = desk.connect(ConnectRequest.sandbox("checkop"));

        assertThat(session.name()).isEqualTo("checkop");
        assertThat(session.method()).isEqualTo(SignInMethod.SANDBOX);
        assertThat(session.isSandbox()).isTrue();
        assertThat(session.isAws()).isFalse();
        assertThat(session.endpoint()).isEqualTo(desk.sandbox.endpoint());
        assertThat(session.region()).isEqualTo("us-east-1");
        assertThat(session.caller()).map(Caller::arn).hasValueSatisfying(arn -> assertThat(arn)
                .contains(":assumed-role/AtalayaOperator/m.rojas"));
        assertThat(session.credentials().renewal()).isEqualTo(Renewal.AUTOMATIC);
        assertThat(desk.person.steps).containsExactly(Kind.START_SANDBOX, Kind.WHO_AM_I);
        assertThat(session.clients().ec2().describeInstances().reservations()).isNotEmpty();
    }

    @Test
    void sandboxGivesOtherCredentialsWhenTheFirstEnd() {
        var session = desk.connect(ConnectRequest.sandbox("checkop"));
        var until = session.credentials().expiresAt();
        desk.clock.forward(Duration.ofHours(13));

        assertThat(session.clients().ec2().describeInstances().reservations()).isNotEmpty();
        assertThat(session.credentials().expiresAt()).isAfter(until);
    }

    @Test
    void unknownSandboxNamesThoseThereAre() {
        var problem = desk.refused(ConnectRequest.sandbox("nowhere"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFIGURATION);
        assertThat(problem.message()).contains("nowhere", "checkop");
    }

    @Test
    void accessKeyOfAProfile() {
        desk.config("[profile prod]\nendpoint_url = ENDPOINT\nregion = us-east-1\n");
        desk.credentials("[prod]\nKEY\n");

        var session = desk.connect(ConnectRequest.profile("prod"));

        assertThat(session.method()).isEqualTo(SignInMethod.ACCESS_KEY);
        assertThat(session.credentials().expiresAt()).isNull();
        assertThat(session.credentials().renewal()).isEqualTo(Renewal.NOT_NEEDED);
        assertThat(session.caller()).map(Caller::arn).hasValueSatisfying(arn -> assertThat(arn)
                .endsWith(":user/m.rojas"));
        assertThat(session.region()).isEqualTo("us-east-1");
        assertThat(session.partition()).isEqualTo("aws");
        assertThat(session.quality().attempts()).isPositive();
        assertThat(session.quality().lost()).isZero();
        assertThat(session.quality().host()).isEqualTo("127.0.0.1");
        assertThat(session.calls()).anyMatch(each -> each.call().equals("sts:GetCallerIdentity"));
    }

    @Test
    void environmentWinsOverTheDefaultProfile() {
        desk.config("[default]\nregion = eu-west-1\nendpoint_url = http://127.0.0.1:1\n");
        desk.credentials("[default]\naws_access_key_id = AKIAFROMFILE\naws_secret_access_key = x\n");
        desk.env.put("AWS_ACCESS_KEY_ID", desk.userKey.accessKeyId());
        desk.env.put("AWS_SECRET_ACCESS_KEY", desk.userKey.secretAccessKey());
        desk.env.put("AWS_ENDPOINT_URL", desk.sandbox.endpoint().toString());
        desk.env.put("AWS_DEFAULT_REGION", "us-east-1");

        var session = desk.connect(ConnectRequest.unnamed());

        assertThat(session.name()).isEqualTo(Profile.ENVIRONMENT);
        assertThat(session.method()).isEqualTo(SignInMethod.ENVIRONMENT);
        assertThat(session.region()).isEqualTo("us-east-1");
    }

    @Test
    void namedProfileWinsOverTheEnvironmentsKey() {
        desk.env.put("AWS_ACCESS_KEY_ID", "AKIANOBODY");
        desk.env.put("AWS_SECRET_ACCESS_KEY", "x");
        desk.config("[profile prod]\nendpoint_url = ENDPOINT\nregion = us-east-1\n");
        desk.credentials("[prod]\nKEY\n");

        assertThat(desk.connect("prod").method()).isEqualTo(SignInMethod.ACCESS_KEY);
    }

    @Test
    void awsProfileNamesTheUsualOne() {
        desk.env.put("AWS_PROFILE", "prod");
        desk.config("[profile prod]\nendpoint_url = ENDPOINT\nregion = us-east-1\n");
        desk.credentials("[prod]\nKEY\n");

        assertThat(desk.connect(ConnectRequest.unnamed()).name()).isEqualTo("prod");
    }

    @Test
    void filesAreWhereTheEnvironmentSays() {
        desk.env.put("AWS_CONFIG_FILE", "~/elsewhere/c");
        desk.env.put("AWS_SHARED_CREDENTIALS_FILE", home.resolve("elsewhere/k").toString());
        desk.write(
                "elsewhere/c", "[profile prod]\nregion = us-east-1\nendpoint_url = " + desk.sandbox.endpoint() + "\n");
        desk.write(
                "elsewhere/k",
                "[prod]\naws_access_key_id=" + desk.userKey.accessKeyId() + "\naws_secret_access_key="
                        + desk.userKey.secretAccessKey() + "\n");

        assertThat(desk.connect(ConnectRequest.profile("prod")).name()).isEqualTo("prod");
    }

    @Test
    void localEndpointWithoutAnyCredentialsTakesAnyKey() {
        var problem = desk.refused(ConnectRequest.unnamed().in("us-east-1").at(desk.sandbox.endpoint()));

        // the sandbox knows its keys; what matters is that a key was sent
        assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID_CREDENTIALS);
    }

    @Test
    void roleIsAssumedAndRenewedInPlace() {
        desk.config(role("AtalayaAudit", "external_id = atalaya\nrole_session_name = night\n"));
        desk.credentials("[base]\nKEY\n");
        var session = desk.connect("prod");
        var first = session.credentials().expiresAt();
        var ec2 = session.clients().ec2();

        assertThat(session.method()).isEqualTo(SignInMethod.ROLE);
        assertThat(session.caller()).map(Caller::arn).hasValueSatisfying(arn -> assertThat(arn)
                .endsWith("assumed-role/AtalayaAudit/night"));
        assertThat(session.credentials().left(desk.clock.instant())).hasValue(Duration.ofHours(1));
        assertThat(session.credentials().renewal()).isEqualTo(Renewal.AUTOMATIC);
        assertThat(desk.person.steps).containsExactly(Kind.READ_PROFILE, Kind.GET_ROLE, Kind.WHO_AM_I);

        desk.clock.forward(Duration.ofMinutes(56));
        assertThat(ec2.describeInstances().reservations()).isNotEmpty();
        assertThat(session.credentials().expiresAt()).isAfter(first);
    }

    @Test
    void renewalThatFailsKeepsTheOldCredentialsWhileTheyHold() {
        desk.config(role("AtalayaAudit", "external_id = atalaya\n"));
        desk.credentials("[base]\nKEY\n");
        var session = desk.connect("prod");
        desk.credentials("[base]\naws_access_key_id = AKIAGONE\naws_secret_access_key = x\n");

        desk.clock.forward(Duration.ofMinutes(56));
        assertThat(session.clients().ec2().describeInstances().reservations()).isNotEmpty();

        desk.clock.forward(Duration.ofMinutes(5));
        assertThatThrownBy(() -> session.clients().ec2().describeInstances())
                .satisfies(thrown -> assertThat(session.problems()
                                .problem("ec2:DescribeInstances", thrown)
                                .kind())
                        .isEqualTo(Problem.Kind.INVALID_CREDENTIALS));
        desk.credentials("[base]\nKEY\n");
        assertThat(session.clients().ec2().describeInstances().reservations()).isNotEmpty();
    }

    @Test
    void rolesMayBeChained() {
        desk.config(role("AtalayaOperator", "") + "[profile chained]\nsource_profile = prod\nexternal_id = atalaya\n"
                + "endpoint_url = ENDPOINT\nregion = us-east-1\nrole_arn = " + arn("AtalayaAudit") + "\n");
        desk.credentials("[base]\nKEY\n");

        var session = desk.connect("chained");

        assertThat(session.caller()).map(Caller::arn).hasValueSatisfying(arn -> assertThat(arn)
                .contains("assumed-role/AtalayaAudit/"));
        assertThat(desk.person.steps).containsExactly(Kind.READ_PROFILE, Kind.GET_ROLE, Kind.GET_ROLE, Kind.WHO_AM_I);
    }

    @Test
    void codeIsAskedAgainUntilAwsTakesIt() {
        desk.config(role("AtalayaOperatorMfa", "mfa_serial = " + serial() + "\n"));
        desk.credentials("[base]\nKEY\n");
        desk.person.codes.add(question -> Optional.of("000000"));
        desk.person.codes.add(question -> Optional.of("12 34"));
        desk.person.codes.add(question -> Optional.of(code()));

        var session = desk.connect("prod");

        assertThat(session.method()).isEqualTo(SignInMethod.ROLE_MFA);
        assertThat(desk.person.questions).hasSize(3);
        assertThat(desk.person.questions.getFirst().refusal()).isNull();
        assertThat(desk.person.questions.getFirst().mfaSerial()).isEqualTo(serial());
        assertThat(desk.person.questions.get(1).refusal())
                .isEqualTo("MultiFactorAuthentication failed with invalid MFA one time pass code.");
        assertThat(desk.person.questions.get(1).refusedAt()).isEqualTo(desk.clock.instant());
        assertThat(desk.person.questions.get(2).refusal()).contains("six digits");
        assertThat(desk.person.steps).containsExactly(Kind.READ_PROFILE, Kind.MFA_CODE, Kind.WHO_AM_I);
        assertThat(session.credentials().renewal()).isEqualTo(Renewal.PERSON);
    }

    @Test
    void codeIsAskedOnceForAllRegions() {
        desk.config(role("AtalayaOperatorMfa", "mfa_serial = " + serial() + "\n"));
        desk.credentials("[base]\nKEY\n");
        desk.person.codes.add(question -> Optional.of(code()));
        desk.connect("prod");

        var other = desk.connect(ConnectRequest.profile("prod").in("us-west-2"));

        assertThat(other.region()).isEqualTo("us-west-2");
        assertThat(desk.person.questions).hasSize(1);
        assertThat(desk.signIn()
                        .profiles()
                        .read()
                        .find("prod")
                        .orElseThrow()
                        .credentials()
                        .until())
                .isEqualTo(other.credentials().expiresAt());
    }

    @Test
    void forgettingAsksAgain() {
        desk.config(role("AtalayaOperatorMfa", "mfa_serial = " + serial() + "\n"));
        desk.credentials("[base]\nKEY\n");
        desk.person.codes.add(question -> Optional.of(code()));
        desk.connect("prod");

        desk.signIn().forget("prod");

        assertThat(desk.refused("prod").kind()).isEqualTo(Problem.Kind.CANCELLED);
        assertThat(desk.person.questions).hasSize(2);
    }

    @Test
    void endedCodeSessionWaitsForAPersonAndThenGoesOn() {
        desk.config(role("AtalayaOperatorMfa", "mfa_serial = " + serial() + "\n"));
        desk.credentials("[base]\nKEY\n");
        desk.person.codes.add(question -> Optional.of(code()));
        var session = desk.connect("prod");
        var ec2 = session.clients().ec2();
        desk.clock.forward(Duration.ofMinutes(61));

        assertThatThrownBy(ec2::describeInstances).satisfies(thrown -> {
            var problem = session.problems().problem("ec2:DescribeInstances", thrown);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.EXPIRED);
            assertThat(problem.message()).contains("sign in again", serial());
        });
        assertThat(session.credentials().left(desk.clock.instant())).hasValue(Duration.ZERO);

        desk.person.codes.add(question -> Optional.of(code()));
        assertThat(session.renew(desk.person)).isEmpty();
        assertThat(ec2.describeInstances().reservations()).isNotEmpty();
    }

    @Test
    void cancellingTheCodeIsNoError() {
        desk.config(role("AtalayaOperatorMfa", "mfa_serial = " + serial() + "\n"));
        desk.credentials("[base]\nKEY\n");

        assertThat(desk.refused("prod").kind()).isEqualTo(Problem.Kind.CANCELLED);
    }

    @Test
    void interruptCancels() {
        desk.config(role("AtalayaOperatorMfa", "mfa_serial = " + serial() + "\n"));
        desk.credentials("[base]\nKEY\n");
        Thread.currentThread().interrupt();

        assertThat(desk.refused("prod").kind()).isEqualTo(Problem.Kind.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void deniedRoleNamesTheAction() {
        desk.config(role("AtalayaAudit", ""));
        desk.credentials("[base]\nKEY\n");

        var problem = desk.refused("prod");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.DENIED);
        assertThat(problem.missingAction()).isEqualTo("sts:AssumeRole");
    }

    @Test
    void webIdentityIsReadFromItsFile() {
        desk.write("token", "header.payload.signature");
        desk.config("[profile prod]\nregion = us-east-1\nendpoint_url = ENDPOINT\nrole_arn = " + arn("AtalayaOperator")
                + "\nweb_identity_token_file = ~/token\n");

        var session = desk.connect("prod");

        assertThat(session.method()).isEqualTo(SignInMethod.WEB_IDENTITY);
        assertThat(session.credentials().renewal()).isEqualTo(Renewal.AUTOMATIC);
    }

    @Test
    void revokedSessionIsNoticedBeforeItsTime() {
        desk.config(role("AtalayaAudit", "external_id = atalaya\n"));
        desk.credentials("[base]\nKEY\n");
        var session = desk.connect("prod");
        desk.sandbox
                .faults()
                .plan(
                        io.atalaya.sandbox.server.fault.FaultMatch.everything().times(1),
                        new io.atalaya.sandbox.server.fault.Fault.ExpiredCredentials());

        assertThatThrownBy(() -> session.clients().rds().describeDBInstances()).isNotNull();
        assertThat(session.credentials().left(desk.clock.instant())).hasValue(Duration.ZERO);

        assertThat(session.clients().ec2().describeInstances().reservations()).isNotEmpty();
        assertThat(session.credentials().left(desk.clock.instant())).hasValue(Duration.ofHours(1));
    }

    @Test
    void sessionKeyOfAFileIsReadAgainWhenItHasEnded() {
        desk.config("[profile prod]\nendpoint_url = ENDPOINT\nregion = us-east-1\n");
        desk.credentials(sessionKey());
        var session = desk.connect("prod");
        var ec2 = session.clients().ec2();
        assertThat(session.method()).isEqualTo(SignInMethod.SESSION_KEY);
        assertThat(session.credentials().renewal()).isEqualTo(Renewal.ELSEWHERE);
        desk.clock.forward(Duration.ofHours(13));

        assertThatThrownBy(ec2::describeInstances).hasMessageContaining("expired");
        assertThatThrownBy(ec2::describeInstances).satisfies(thrown -> {
            var problem = session.problems().problem("ec2:DescribeInstances", thrown);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.EXPIRED);
            assertThat(problem.message()).contains("the session key of profile prod ended", "make a new one");
        });

        desk.credentials(sessionKey());
        assertThat(ec2.describeInstances().reservations()).isNotEmpty();
    }

    @Test
    void renewalRefusesAnotherAccount() {
        desk.config("[profile prod]\nendpoint_url = ENDPOINT\nregion = us-east-1\n");
        desk.credentials("[prod]\nKEY\n");
        var session = desk.connect("prod");
        var other = desk.sandbox
                .cloud()
                .identity()
                .roleSession("999900001111", "Elsewhere", "x", desk.clock.instant(), Duration.ofHours(1));
        desk.credentials(text(other));

        assertThat(session.renew(desk.person)).hasValueSatisfying(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFIGURATION);
            assertThat(problem.message()).contains("999900001111", "connect anew");
        });
        assertThat(session.clients().sts().getCallerIdentity().account())
                .isEqualTo(session.caller().orElseThrow().account());
    }

    @Test
    void keysOfAnotherAccountAreRefusedAlsoWhenNobodyIsAsked() {
        desk.config("[profile prod]\nendpoint_url = ENDPOINT\nregion = us-east-1\n");
        desk.credentials(sessionKey());
        var session = desk.connect("prod");
        desk.clock.forward(Duration.ofHours(13));
        var other = desk.sandbox
                .cloud()
                .identity()
                .roleSession("999900001111", "Elsewhere", "x", desk.clock.instant(), Duration.ofHours(1));
        desk.credentials(text(other));
        var ec2 = session.clients().ec2();

        assertThatThrownBy(ec2::describeInstances).isNotNull(); // notices that the old ones have ended
        assertThatThrownBy(ec2::describeInstances).satisfies(thrown -> assertThat(session.problems()
                        .problem("ec2:DescribeInstances", thrown)
                        .message())
                .contains("999900001111", "connect anew"));
    }

    @Test
    void closedSessionAsksNothingMore() {
        var session = desk.connect(ConnectRequest.sandbox("checkop"));
        session.close();

        assertThatThrownBy(() -> session.clients().ec2()).hasMessageContaining("closed");
    }

    @Test
    void nobodyThereIsNoNetwork() {
        desk.config("[profile prod]\nregion = us-east-1\nendpoint_url = http://127.0.0.1:1\n");
        desk.credentials("[prod]\nKEY\n");

        var problem = desk.refused("prod");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_NETWORK);
        assertThat(problem.message()).contains("127.0.0.1");
    }

    @Test
    void nameThatIsNotFoundIsNoNetwork() {
        desk.config("[profile prod]\nregion = us-east-1\n");
        desk.credentials("[prod]\nKEY\n");

        var problem = desk.refused(ConnectRequest.profile("prod")
                .at(URI.create("http://no-such-host.invalid"))
                .in("us-east-1"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_NETWORK);
        assertThat(problem.message()).contains("no-such-host.invalid");
    }

    private String sessionKey() {
        return text(desk.sandbox.renew());
    }

    private static String text(io.atalaya.sandbox.world.AccessKey key) {
        return "[prod]\naws_access_key_id = " + key.accessKeyId() + "\naws_secret_access_key = " + key.secretAccessKey()
                + "\naws_session_token = " + key.sessionToken() + "\n";
    }

    private String role(String name, String more) {
        return "[profile prod]\nregion = us-east-1\nendpoint_url = ENDPOINT\nsource_profile = base\nrole_arn = "
                + arn(name) + "\n" + more;
    }

    private String arn(String role) {
        return ACCOUNT + desk.sandbox.cloud().identity().account().id() + ":role/" + role;
    }

    private String serial() {
        return ACCOUNT + desk.sandbox.cloud().identity().account().id() + ":mfa/m.rojas";
    }

    private String code() {
        return desk.sandbox.cloud().identity().codeOf(serial(), desk.clock.instant());
    }
}
