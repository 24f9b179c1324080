package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.SignInMethod;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Problem;
import io.atalaya.sandbox.world.IdentityCenter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox's IAM Identity Center, from the browser to the first call, and its account's other name. */
class SandboxIdentityCenterTest {
    @TempDir
    private Path home;

    private Desk desk;
    private IdentityCenter center;

    @BeforeEach
    void open() {
        desk = new Desk(home);
        center = desk.sandbox.cloud().identityCenter();
        center.approveAfter(0);
        var account = center.accounts().getFirst();
        desk.config("""
                [profile dev]
                sso_session = corp
                sso_account_id = %s
                sso_role_name = %s
                region = us-east-1
                endpoint_url = ENDPOINT
                [sso-session corp]
                sso_start_url = https://checkop.awsapps.example/start
                sso_region = us-east-1
                [profile forbidden]
                sso_session = corp
                sso_account_id = 000000000000
                sso_role_name = Nobody
                region = us-east-1
                endpoint_url = ENDPOINT
                """.formatted(account.accountId(), account.roles().getFirst()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void approvalInTheBrowserOpensTheDeployment() {
        desk.person.browser = approval -> desk.duringPauses.add(() -> center.approve(approval.userCode()));

        var session = desk.connect("dev");

        assertThat(session.method()).isEqualTo(SignInMethod.IDENTITY_CENTER);
        assertThat(session.caller()).map(Caller::arn).hasValueSatisfying(arn -> assertThat(arn)
                .contains(":assumed-role/AWSReservedSSO_"));
        assertThat(session.caller()).map(Caller::alias).isPresent();
        assertThat(session.clients().ec2().describeInstances().reservations()).isNotEmpty();

        desk.clock.forward(Duration.ofMinutes(59));
        assertThat(session.clients().ec2().describeInstances().reservations()).isNotEmpty();
        assertThat(desk.person.approvals).hasSize(1);
    }

    @Test
    void denialInTheBrowserIsDenied() {
        desk.person.browser = approval -> center.deny(approval.userCode());

        assertThat(desk.refused("dev").kind()).isEqualTo(Problem.Kind.DENIED);
    }

    @Test
    void accountThatIsNotOursIsDenied() {
        desk.person.browser = approval -> center.approve(approval.userCode());

        assertThat(desk.refused("forbidden").kind()).isEqualTo(Problem.Kind.DENIED);
    }
}
