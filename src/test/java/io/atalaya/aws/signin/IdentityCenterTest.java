package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.aws.RawServer;
import io.atalaya.aws.RawServer.Answer;
import io.atalaya.connect.Renewal;
import io.atalaya.connect.SignInStep.Kind;
import io.atalaya.deployment.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The device flow and what comes after it, against an OIDC server that says what the test wants. */
class IdentityCenterTest {
    @TempDir
    private Path home;

    private Desk desk;
    private RawServer center;
    private final Deque<Answer> tokens = new ArrayDeque<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<String> bearers = new CopyOnWriteArrayList<>();
    private String refusedBearer = "";

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(home);
        center = new RawServer((exchange, body) -> {
            var path = exchange.getRequestURI().getPath();
            paths.add(path);
            return switch (path) {
                case "/client/register" ->
                    json(
                            200,
                            "{\"clientId\":\"cid\",\"clientSecret\":\"cSecret\",\"clientSecretExpiresAt\":99999999999}");
                case "/device_authorization" ->
                    json(
                            200,
                            "{\"deviceCode\":\"dc\",\"userCode\":\"ABCD-EFGH\",\"verificationUri\":\"https://d.example/\","
                                    + "\"verificationUriComplete\":\"https://d.example/?user_code=ABCD-EFGH\","
                                    + "\"expiresIn\":600,\"interval\":1}");
                case "/token" -> tokens.isEmpty() ? pending() : tokens.removeFirst();
                case "/federation/credentials" ->
                    roleCredentials(exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token"));
                default -> json(404, "{}");
            };
        });
        desk.config("""
                [profile dev]
                sso_session = corp
                sso_account_id = 444455556666
                sso_role_name = Dev
                region = us-east-1
                services = local
                [profile old]
                sso_start_url = https://old.example/start
                sso_region = us-east-1
                sso_account_id = 444455556666
                sso_role_name = Dev
                region = us-east-1
                services = local
                [sso-session corp]
                sso_start_url = https://corp.example/start
                sso_region = us-east-1
                [services local]
                sso =
                  endpoint_url = CENTER
                sso_oidc =
                  endpoint_url = CENTER
                sts =
                  endpoint_url = ENDPOINT
                iam =
                  endpoint_url = ENDPOINT
                ec2 =
                  endpoint_url = ENDPOINT
                """.replace("CENTER", center.endpoint().toString()));
    }

    @AfterEach
    void close() {
        desk.close();
        center.close();
    }

    @Test
    void browserApprovesWhileAwsIsAsked() throws IOException {
        tokens.add(pending());
        tokens.add(error("slow_down", "SlowDownException"));
        tokens.add(token("aoaFirst", 28_800, "refreshMe"));

        var session = desk.connect("dev");

        assertThat(desk.person.approvals).singleElement().satisfies(approval -> {
            assertThat(approval.userCode()).isEqualTo("ABCD-EFGH");
            assertThat(approval.page()).hasToString("https://d.example/?user_code=ABCD-EFGH");
        });
        assertThat(desk.pauses)
                .as("a second, a second, and five more after slow_down")
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(6));
        assertThat(desk.person.steps).containsExactly(Kind.READ_PROFILE, Kind.BROWSER, Kind.GET_ROLE, Kind.WHO_AM_I);
        assertThat(session.credentials().renewal()).isEqualTo(Renewal.AUTOMATIC);
        assertThat(session.isAws()).isFalse();
        assertThat(session.caller()).isPresent();
        assertThat(bearers).containsExactly("aoaFirst");
        assertThat(filesUnder(home))
                .as("the token is kept in memory only")
                .noneMatch(text -> text.contains("aoaFirst"));
    }

    @Test
    void tokenOfTheCliIsTaken() throws Exception {
        cliToken("corp", "aoaCli", desk.clock.instant().plusSeconds(3600).toString());

        desk.connect("dev");

        assertThat(desk.person.approvals).isEmpty();
        assertThat(bearers).containsExactly("aoaCli");
        assertThat(desk.person.steps).containsExactly(Kind.READ_PROFILE, Kind.GET_ROLE, Kind.WHO_AM_I);
    }

    @Test
    void olderFormHasItsTokenUnderTheStartUrl() throws Exception {
        cliToken(
                "https://old.example/start",
                "aoaOld",
                desk.clock.instant().plusSeconds(3600).toString());

        desk.connect("old");

        assertThat(bearers).containsExactly("aoaOld");
    }

    @Test
    void endedTokenOfTheCliMeansTheBrowser() throws Exception {
        cliToken("corp", "aoaCli", desk.clock.instant().minusSeconds(3600).toString());
        tokens.add(token("aoaNew", 28_800, null));

        desk.connect("dev");

        assertThat(desk.person.approvals).hasSize(1);
        assertThat(bearers).containsExactly("aoaNew");
    }

    @Test
    void tokenThatAwsRefusesIsNotTakenAgain() throws Exception {
        cliToken("corp", "aoaCli", desk.clock.instant().plusSeconds(3600).toString());
        refusedBearer = "aoaCli";
        tokens.add(token("aoaNew", 28_800, null));

        desk.connect("dev");

        assertThat(bearers).containsExactly("aoaCli", "aoaNew");
    }

    @Test
    void roleIsRenewedByTheTokenAndTheTokenByItsRefresh() {
        tokens.add(token("aoaFirst", 28_800, "refreshMe"));
        tokens.add(token("aoaSecond", 28_800, "refreshMeAgain"));
        var session = desk.connect("dev");

        desk.clock.forward(Duration.ofMinutes(58));
        assertThat(session.clients().ec2().describeInstances().reservations()).isNotEmpty();
        assertThat(bearers).containsExactly("aoaFirst", "aoaFirst");

        desk.clock.forward(Duration.ofHours(9));
        assertThat(session.clients().ec2().describeInstances().reservations()).isNotEmpty();
        assertThat(bearers).containsExactly("aoaFirst", "aoaFirst", "aoaSecond");
        assertThat(center.bodies()).anyMatch(body -> body.contains("refresh_token"));
        assertThat(desk.person.approvals).hasSize(1);
    }

    @Test
    void endedSignInSaysSoAndGoesOnAfterAPersonCame() {
        tokens.add(token("aoaFirst", 3600, null));
        var session = desk.connect("dev");
        desk.clock.forward(Duration.ofHours(2));

        assertThatThrownBy(() -> session.clients().ec2().describeInstances()).satisfies(thrown -> {
            var problem = session.problems().problem("ec2:DescribeInstances", thrown);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.EXPIRED);
            assertThat(problem.message())
                    .contains("the IAM Identity Center sign-in of profile dev ended at")
                    .contains("sign in again, or run `aws sso login --profile dev`");
        });

        tokens.add(token("aoaSecond", 3600, null));
        assertThat(session.renew(desk.person)).isEmpty();
        assertThat(session.clients().ec2().describeInstances().reservations()).isNotEmpty();
    }

    @Test
    void refusalInTheBrowserIsDenied() {
        tokens.add(error("access_denied", "AccessDeniedException"));

        assertThat(desk.refused("dev").kind()).isEqualTo(Problem.Kind.DENIED);
    }

    @Test
    void nobodyApprovesInTime() {
        var problem = desk.refused("dev");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.EXPIRED);
        assertThat(problem.message()).contains("nobody approved");
        assertThat(desk.pauses).hasSizeBetween(590, 610);
    }

    @Test
    void interruptEndsTheWaiting() {
        desk.duringPauses.add(() -> Thread.currentThread().interrupt());

        assertThat(desk.refused("dev").kind()).isEqualTo(Problem.Kind.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Answer roleCredentials(String bearer) {
        bearers.add(bearer);
        if (bearer.equals(refusedBearer)) {
            return json(401, "{\"message\":\"Session token not found or invalid\"}")
                    .with("x-amzn-ErrorType", "UnauthorizedException");
        }
        var key = desk.sandbox.renew();
        return json(
                200,
                "{\"roleCredentials\":{\"accessKeyId\":\"" + key.accessKeyId() + "\",\"secretAccessKey\":\""
                        + key.secretAccessKey() + "\",\"sessionToken\":\"" + key.sessionToken() + "\",\"expiration\":"
                        + desk.clock.instant().plusSeconds(3600).toEpochMilli() + "}}");
    }

    private static Answer token(
            String accessToken, int seconds, @org.jspecify.annotations.Nullable String refreshToken) {
        return json(
                200,
                "{\"accessToken\":\"" + accessToken + "\",\"tokenType\":\"Bearer\",\"expiresIn\":" + seconds
                        + (refreshToken == null ? "" : ",\"refreshToken\":\"" + refreshToken + "\"") + "}");
    }

    private static Answer pending() {
        return error("authorization_pending", "AuthorizationPendingException");
    }

    private static Answer error(String error, String type) {
        return json(400, "{\"error\":\"" + error + "\",\"error_description\":\"" + error + "\"}")
                .with("x-amzn-ErrorType", type);
    }

    private static Answer json(int status, String body) {
        return Answer.json(status, body);
    }

    private void cliToken(String key, String accessToken, String expiresAt) throws Exception {
        var name = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.UTF_8)));
        desk.write(
                ".aws/sso/cache/" + name + ".json",
                "{\"accessToken\":\"" + accessToken + "\",\"expiresAt\":\"" + expiresAt + "\"}");
    }

    private static List<String> filesUnder(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            var texts = new java.util.ArrayList<String>();
            for (var file : tree.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
