package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.LocalAws;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Signs in by several ways, well and badly, and then searches everything that was written or said for the secrets. */
class SecretsTest {
    @TempDir
    private Path home;

    private Desk desk;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            said.add(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                said.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    };
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.atalaya");
    private final @org.jspecify.annotations.Nullable Level before = ours.getLevel();

    @BeforeEach
    void listen() {
        desk = new Desk(home);
        ear.setContext(root.getLoggerContext());
        ear.start();
        root.addAppender(ear);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void close() {
        root.detachAppender(ear);
        ours.setLevel(before);
        desk.close();
    }

    @Test
    void noSecretIsWrittenOrSaid() throws IOException {
        desk.config("""
                [profile key]
                region = us-east-1
                endpoint_url = ENDPOINT
                [profile role]
                region = us-east-1
                endpoint_url = ENDPOINT
                source_profile = key
                role_arn = arn:aws:iam::%1$s:role/AtalayaOperatorMfa
                mfa_serial = arn:aws:iam::%1$s:mfa/m.rojas
                [profile program]
                region = us-east-1
                endpoint_url = ENDPOINT
                credential_process = /bin/echo not-json pRoGrAmSeCrEt
                [profile half]
                region = us-east-1
                aws_secret_access_key = hAlFsEcReT
                """.formatted(desk.sandbox.cloud().identity().account().id()));
        desk.credentials("[key]\nKEY\n");
        var filesBefore = files();
        var secrets = new ArrayList<String>(List.of("pRoGrAmSeCrEt", "hAlFsEcReT", "sEcReToFtHeEnVironment"));
        secrets.add(desk.userKey.secretAccessKey());
        desk.person.codes.add(question -> Optional.of("000000"));
        desk.person.codes.add(question -> {
            var code = desk.sandbox.cloud().identity().codeOf(question.mfaSerial(), desk.clock.instant());
            secrets.add(code);
            return Optional.of(code);
        });

        var session = desk.connect("key");
        var role = desk.connect("role");
        var sandbox = desk.connect(ConnectRequest.sandbox("checkop"));
        for (var each : List.of(session, role, sandbox)) {
            each.clients().ec2().describeInstances();
            say(each, each.calls(), each.quality(), each.credentials(), each.request());
        }
        secrets.add(desk.sandbox.secretAccessKey());
        secrets.add(Objects.requireNonNull(desk.sandbox.sessionToken()));
        say(desk.refused("program"), desk.refused("half"), desk.refused("nobody"));
        desk.sandbox.faults().plan(FaultMatch.everything(), new Fault.MalformedBody());
        failing(role);
        desk.sandbox.faults().clear();
        desk.sandbox
                .faults()
                .plan(
                        FaultMatch.everything(),
                        new Fault.Refused(
                                403,
                                "SignatureDoesNotMatch",
                                "no match. The Canonical String for this request should have been x-amz-security-token:"
                                        + desk.sandbox.sessionToken()));
        failing(sandbox);
        desk.sandbox.faults().clear();
        desk.clock.forward(Duration.ofHours(2));
        failing(role);
        say(desk.signIn().profiles().read());

        assertThat(said).isNotEmpty();
        for (var secret : secrets) {
            assertThat(said).noneMatch(text -> text.contains(secret));
        }
        assertThat(files()).as("files after signing in").isEqualTo(filesBefore);
    }

    @Test
    void whatHoldsSecretsDoesNotTellThem() {
        var keys = Keys.credentials("AKIA1", "sEcReT", Optional.of("tOkEn"));
        var clock = new MovableClock();
        desk.credentials("[key]\naws_access_key_id = AKIA1\naws_secret_access_key = sEcReT\n");
        var files = new ProfileFiles(AwsFiles.of(Map.of(), home), clock).read();

        say(
                keys,
                new CredentialSource.Keys("p", keys),
                new CredentialSource.Program("p", "give --password sEcReT"),
                new Fetched(keys, clock.instant(), null),
                new SsoToken("tOkEn", clock.instant(), new SsoToken.Refresh("tOkEn", "id", "sEcReT")),
                new LocalAws("checkop", desk.sandbox.endpoint(), "us-east-1", "A", "sEcReT", "tOkEn", null),
                new AwsSignIn.Computer(
                        Map.of("AWS_SECRET_ACCESS_KEY", "sEcReT"), home, clock, time -> {}, Runnable::run),
                new EnvironmentCredentials(Map.of("AWS_SECRET_ACCESS_KEY", "sEcReT"), home),
                new ConfiguredEndpoints(Map.of("AWS_SECRET_ACCESS_KEY", "sEcReT"), files.merged(), new Trouble(clock)),
                files,
                ClientSettings.of("us-east-1", Endpoints.aws()).withProfile(files.merged(), "key"));

        assertThat(said).noneMatch(text -> text.contains("sEcReT") || text.contains("tOkEn"));
    }

    /** The SDK's debug log has headers with session tokens in them. */
    @Test
    void shippedLoggingKeepsTheSdkQuiet() throws IOException {
        var shipped = Files.readString(Path.of("resources/logback.xml"));

        assertThat(shipped)
                .contains("<logger name=\"software.amazon.awssdk\" level=\"WARN\"/>")
                .contains("<logger name=\"org.apache.http\" level=\"WARN\"/>")
                .contains("<root level=\"WARN\">");
    }

    private void failing(AwsSession session) {
        var thrown = Objects.requireNonNull(
                catchThrowable(() -> session.clients().ec2().describeInstances()));
        say(session.problems().problem("ec2:DescribeInstances", thrown));
    }

    private void say(Object... things) {
        for (var each : things) {
            said.add(each.toString());
        }
    }

    private Map<String, String> files() throws IOException {
        try (Stream<Path> tree = Files.walk(home)) {
            var found = new TreeMap<String, String>();
            for (var file : tree.filter(Files::isRegularFile).toList()) {
                found.put(file.toString(), Files.readString(file));
            }
            return found;
        }
    }
}
