package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.Renewal;
import io.atalaya.connect.SignInMethod;
import io.atalaya.connect.SignInStep.Kind;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles, chains of them, codes of a device, and tokens in files. */
class RoleSignInTest {
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
    void roleIsAssumedAndRenewedInPlace() {
        desk.config(desk.role("AtalayaAudit", "external_id = atalaya\nrole_session_name = night\n"));
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
    void rolesMayBeChained() {
        desk.config(
                desk.role("AtalayaOperator", "") + "[profile chained]\nsource_profile = prod\nexternal_id = atalaya\n"
                        + "endpoint_url = ENDPOINT\nregion = us-east-1\nrole_arn = " + desk.arn("AtalayaAudit") + "\n");
        desk.credentials("[base]\nKEY\n");

        var session = desk.connect("chained");

        assertThat(session.caller()).map(Caller::arn).hasValueSatisfying(arn -> assertThat(arn)
                .contains("assumed-role/AtalayaAudit/"));
        assertThat(desk.person.steps).containsExactly(Kind.READ_PROFILE, Kind.GET_ROLE, Kind.GET_ROLE, Kind.WHO_AM_I);
    }

    @Test
    void codeIsAskedAgainUntilAwsTakesIt() {
        desk.config(desk.role("AtalayaOperatorMfa", "mfa_serial = " + desk.serial() + "\n"));
        desk.credentials("[base]\nKEY\n");
        desk.person.codes.add(question -> Optional.of("000000"));
        desk.person.codes.add(question -> Optional.of("12 34"));
        desk.person.codes.add(question -> Optional.of(desk.code()));

        var session = desk.connect("prod");

        assertThat(session.method()).isEqualTo(SignInMethod.ROLE_MFA);
        assertThat(desk.person.questions).hasSize(3);
        assertThat(desk.person.questions.getFirst().refusal()).isNull();
        assertThat(desk.person.questions.getFirst().mfaSerial()).isEqualTo(desk.serial());
        assertThat(desk.person.questions.get(1).refusal())
                .isEqualTo("MultiFactorAuthentication failed with invalid MFA one time pass code.");
        assertThat(desk.person.questions.get(1).refusedAt()).isEqualTo(desk.clock.instant());
        assertThat(desk.person.questions.get(2).refusal()).contains("six digits");
        assertThat(desk.person.steps).containsExactly(Kind.READ_PROFILE, Kind.MFA_CODE, Kind.WHO_AM_I);
        assertThat(session.credentials().renewal()).isEqualTo(Renewal.PERSON);
    }

    @Test
    void codeIsAskedOnceForAllRegions() {
        desk.config(desk.role("AtalayaOperatorMfa", "mfa_serial = " + desk.serial() + "\n"));
        desk.credentials("[base]\nKEY\n");
        desk.person.codes.add(question -> Optional.of(desk.code()));
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
        desk.config(desk.role("AtalayaOperatorMfa", "mfa_serial = " + desk.serial() + "\n"));
        desk.credentials("[base]\nKEY\n");
        desk.person.codes.add(question -> Optional.of(desk.code()));
        desk.connect("prod");

        desk.signIn().forget("prod");

        assertThat(desk.refused("prod").kind()).isEqualTo(Problem.Kind.CANCELLED);
        assertThat(desk.person.questions).hasSize(2);
    }

    @Test
    void cancellingTheCodeIsNoError() {
        desk.config(desk.role("AtalayaOperatorMfa", "mfa_serial = " + desk.serial() + "\n"));
        desk.credentials("[base]\nKEY\n");

        assertThat(desk.refused("prod").kind()).isEqualTo(Problem.Kind.CANCELLED);
    }

    @Test
    void interruptCancels() {
        desk.config(desk.role("AtalayaOperatorMfa", "mfa_serial = " + desk.serial() + "\n"));
        desk.credentials("[base]\nKEY\n");
        Thread.currentThread().interrupt();

        assertThat(desk.refused("prod").kind()).isEqualTo(Problem.Kind.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void deniedRoleNamesTheAction() {
        desk.config(desk.role("AtalayaAudit", ""));
        desk.credentials("[base]\nKEY\n");

        var problem = desk.refused("prod");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.DENIED);
        assertThat(problem.missingAction()).isEqualTo("sts:AssumeRole");
    }

    @Test
    void webIdentityIsReadFromItsFile() {
        desk.write("token", "header.payload.signature");
        desk.config("[profile prod]\nregion = us-east-1\nendpoint_url = ENDPOINT\nrole_arn = "
                + desk.arn("AtalayaOperator") + "\nweb_identity_token_file = ~/token\n");

        var session = desk.connect("prod");

        assertThat(session.method()).isEqualTo(SignInMethod.WEB_IDENTITY);
        assertThat(session.credentials().renewal()).isEqualTo(Renewal.AUTOMATIC);
    }
}
