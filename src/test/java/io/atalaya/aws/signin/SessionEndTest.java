package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.Renewal;
import io.atalaya.connect.SignInMethod;
import io.atalaya.deployment.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session does when its credentials end, are taken away or become another's. */
class SessionEndTest {
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
    void renewalThatFailsKeepsTheOldCredentialsWhileTheyHold() {
        desk.config(desk.role("AtalayaAudit", "external_id = atalaya\n"));
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
    void endedCodeSessionWaitsForAPersonAndThenGoesOn() {
        desk.config(desk.role("AtalayaOperatorMfa", "mfa_serial = " + desk.serial() + "\n"));
        desk.credentials("[base]\nKEY\n");
        desk.person.codes.add(question -> Optional.of(desk.code()));
        var session = desk.connect("prod");
        var ec2 = session.clients().ec2();
        desk.clock.forward(Duration.ofMinutes(61));

        assertThatThrownBy(ec2::describeInstances).satisfies(thrown -> {
            var problem = session.problems().problem("ec2:DescribeInstances", thrown);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.EXPIRED);
            assertThat(problem.message()).contains("sign in again", desk.serial());
        });
        assertThat(session.credentials().left(desk.clock.instant())).hasValue(Duration.ZERO);

        desk.person.codes.add(question -> Optional.of(desk.code()));
        assertThat(session.renew(desk.person)).isEmpty();
        assertThat(ec2.describeInstances().reservations()).isNotEmpty();
    }

    @Test
    void revokedSessionIsNoticedBeforeItsTime() {
        desk.config(desk.role("AtalayaAudit", "external_id = atalaya\n"));
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
        desk.credentials(desk.sessionKey());
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

        desk.credentials(desk.sessionKey());
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
        desk.credentials(Desk.written(other));

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
        desk.credentials(desk.sessionKey());
        var session = desk.connect("prod");
        desk.clock.forward(Duration.ofHours(13));
        var other = desk.sandbox
                .cloud()
                .identity()
                .roleSession("999900001111", "Elsewhere", "x", desk.clock.instant(), Duration.ofHours(1));
        desk.credentials(Desk.written(other));
        var ec2 = session.clients().ec2();

        assertThatThrownBy(ec2::describeInstances).isNotNull(); // notices that the old ones have ended
        assertThatThrownBy(ec2::describeInstances).satisfies(thrown -> assertThat(session.problems()
                        .problem("ec2:DescribeInstances", thrown)
                        .message())
                .contains("999900001111", "connect anew"));
    }

    @Test
    void nameOfTheRoleSessionIsTheOneOfTheNewestKey() {
        desk.config("[profile prod]\nendpoint_url = ENDPOINT\nregion = us-east-1\n");
        desk.credentials(operator("maria-1"));
        var session = desk.connect("prod");
        var first = session.caller().orElseThrow();
        assertThat(first.arn()).endsWith("assumed-role/AtalayaOperator/maria-1");
        desk.clock.forward(Duration.ofHours(2));
        desk.credentials(operator("maria-2"));
        var sts = session.clients().sts();
        assertThatThrownBy(sts::getCallerIdentity)
                .as("notices that the old key has ended")
                .isNotNull();

        var next = session.nextCaller().orElseThrow();
        assertThat(next.arn()).endsWith("assumed-role/AtalayaOperator/maria-2");
        assertThat(next.alias()).isEqualTo(first.alias());
        assertThat(session.caller()).contains(next);
        assertThat(sts.getCallerIdentity().arn()).isEqualTo(next.arn());

        desk.clock.forward(Duration.ofHours(2));
        assertThatThrownBy(sts::getCallerIdentity).isNotNull();
        assertThat(session.nextCaller())
                .as("no new key: the call itself will say so")
                .contains(next);
        desk.credentials(operator("maria-3"));
        assertThat(session.renew(desk.person)).isEmpty();
        assertThat(session.caller().orElseThrow().arn()).endsWith("/maria-3");
    }

    /** A key of the same role whose session is called so, as whatever rewrites the file makes it. */
    private String operator(String called) {
        var identity = desk.sandbox.cloud().identity();
        return Desk.written(identity.roleSession(
                identity.account().id(), "AtalayaOperator", called, desk.clock.instant(), Duration.ofHours(1)));
    }

    @Test
    void closedSessionAsksNothingMore() {
        var session = desk.connect(ConnectRequest.sandbox("checkop"));
        session.close();

        assertThatThrownBy(() -> session.clients().ec2()).hasMessageContaining("closed");
    }
}
