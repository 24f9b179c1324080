package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.atalaya.aws.RawServer;
import io.atalaya.aws.RawServer.Answer;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.Profile;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Problem.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An endpoint that speaks some of AWS, as the local copies of AWS do. */
class ForeignEndpointTest {
    private static final Answer PAGE =
            Answer.html(500, "<!doctype html>\n<html lang=en><title>500 Internal Server Error</title></html>");

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
    void connectsWithoutAccountAndWithoutCaller() throws IOException {
        try (var server = RawServer.always(PAGE)) {
            var session = desk.connect(ConnectRequest.unnamed().in("us-east-1").at(server.endpoint()));

            assertThat(session.name()).isEqualTo(Profile.ENVIRONMENT);
            assertThat(session.isAws()).isFalse();
            assertThat(session.isSandbox()).isFalse();
            assertThat(session.endpoint()).isEqualTo(server.endpoint());
            assertThat(session.caller()).isEmpty();
            var thrown = Objects.requireNonNull(
                    catchThrowable(() -> session.clients().rds().describeDBInstances()));
            assertThat(session.problems()
                            .problem("rds:DescribeDBInstances", thrown)
                            .kind())
                    .isEqualTo(Kind.NOT_OFFERED);
        }
    }

    @Test
    void aliasThatIsNotOfferedIsNoMatter() throws IOException {
        try (var server = new RawServer((exchange, body) -> body.contains("GetCallerIdentity")
                ? Answer.xml(
                        200,
                        "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::000000000000:user/x</Arn>"
                                + "<UserId>U</UserId><Account>000000000000</Account></GetCallerIdentityResult>"
                                + "</GetCallerIdentityResponse>")
                : Answer.xml(
                        400,
                        "<Response><Errors><Error><Code>UnsupportedOperation</Code><Message>no</Message></Error>"
                                + "</Errors></Response>"))) {
            var session = desk.connect(ConnectRequest.unnamed().in("us-east-1").at(server.endpoint()));

            assertThat(session.caller())
                    .hasValue(new Caller("000000000000", "arn:aws:sts::000000000000:user/x", "U", null));
        }
    }

    @Test
    void noCredentialsAnywhereSaysWhereItLooked() {
        desk.env.put("AWS_EC2_METADATA_DISABLED", "true");

        var problem = desk.refused(ConnectRequest.unnamed().in("us-east-1"));

        assertThat(problem.kind()).isEqualTo(Kind.NO_CREDENTIALS);
        assertThat(problem.message())
                .contains("AWS_ACCESS_KEY_ID is not set", "profile default", ".aws", "aws configure", "sandbox");
    }

    @Test
    void unknownProfileNamesFileAndThoseThereAre() {
        desk.config("[profile prod]\nregion = us-east-1\n");
        desk.credentials("[prod]\nKEY\n[dev]\nKEY\n");

        var problem = desk.refused("prd");

        assertThat(problem.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(problem.message())
                .contains("profile prd: is not in")
                .contains(
                        home.resolve(".aws/config").toString(),
                        home.resolve(".aws/credentials").toString())
                .contains("there are: dev, prod");
    }

    @Test
    void unknownProfileTellsOfAFileThatCouldNotBeRead() {
        desk.config("[profile prod\nregion = us-east-1\n");
        desk.credentials("[dev]\nKEY\n");

        assertThat(desk.refused("prod").message()).contains("there are: dev", "config could not be read, line 1");
    }

    @Test
    void missingRegionSaysWhereToSetOne() {
        desk.credentials("[prod]\nKEY\n");

        var problem = desk.refused(ConnectRequest.profile("prod"));

        assertThat(problem.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(problem.message()).contains("no region", "AWS_REGION", "--region");
    }

    @Test
    void regionThatIsNoneIsRefused() {
        desk.credentials("[prod]\nKEY\n");

        var problem = desk.refused(ConnectRequest.profile("prod").in("evil.example/"));

        assertThat(problem.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(problem.message()).contains("evil.example/", "us-east-1");
    }
}
