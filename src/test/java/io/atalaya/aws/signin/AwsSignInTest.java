package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who one is: sandboxes, keys, the environment and the files of the AWS CLI. */
class AwsSignInTest {
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
}
