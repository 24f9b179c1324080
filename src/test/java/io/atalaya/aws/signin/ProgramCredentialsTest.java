package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.atalaya.aws.ProblemException;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class ProgramCredentialsTest {
    @TempDir
    private Path home;

    private final MovableClock clock = new MovableClock();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void shell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell to play the program");
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void readsWhatTheProgramPrints() throws Exception {
        var until = clock.instant().plusSeconds(3600);
        var fetched = run("echo '{\"Version\": 1, \"AccessKeyId\": \"ASIA1\", \"SecretAccessKey\": \"s\","
                + " \"SessionToken\": \"t\", \"Expiration\": \"" + until + "\"}'");

        assertThat(fetched.credentials()).isInstanceOf(AwsSessionCredentials.class);
        assertThat(fetched.credentials().accessKeyId()).isEqualTo("ASIA1");
        assertThat(fetched.expiresAt()).isEqualTo(until);
    }

    @Test
    void keyWithoutEndDoesNotEnd() throws Exception {
        assertThat(run("echo '{\"Version\": 1, \"AccessKeyId\": \"A\", \"SecretAccessKey\": \"s\"}'")
                        .expiresAt())
                .isNull();
    }

    @Test
    void otherVersionIsRefused() throws Exception {
        assertThat(problem("echo '{\"Version\": 2, \"AccessKeyId\": \"A\", \"SecretAccessKey\": \"hunter2\"}'"))
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(Kind.CONFIGURATION);
                    assertThat(problem.message()).contains("Version is not 1").doesNotContain("hunter2");
                });
    }

    @Test
    void whatIsNoJsonIsNotRepeated() throws Exception {
        assertThat(problem("echo secret=hunter2").message()).contains("no JSON").doesNotContain("hunter2");
    }

    @Test
    void errorStreamIsNotRepeatedAndTheExitCodeIs() throws Exception {
        assertThat(problem("echo hunter2 >&2; exit 3").message())
                .contains("exit code 3")
                .doesNotContain("hunter2");
    }

    @Test
    void credentialsOfYesterdayAreExpired() throws Exception {
        var past = clock.instant().minusSeconds(60);
        var problem = problem("echo '{\"Version\": 1, \"AccessKeyId\": \"A\", \"SecretAccessKey\": \"s\","
                + " \"Expiration\": \"" + past + "\"}'");

        assertThat(problem.kind()).isEqualTo(Kind.EXPIRED);
    }

    @Test
    void programThatWaitsForEverIsEnded() throws Exception {
        var problem = problem("exec sleep 600");

        assertThat(problem.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(problem.message()).contains("sh did not answer within 2 s");
    }

    @Test
    void programThatIsNotThereIsNamed() {
        var thrown =
                catchThrowable(() -> programs().run(new CredentialSource.Program("p", "/no/such/tool --secret x")));

        assertThat(((ProblemException) thrown).problem().message())
                .contains("tool", "installed")
                .doesNotContain("--secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b c|a,b,c",
                "a 'b c' d|a,b c,d",
                "\"C:\\Program Files\\x.exe\" -p|C:\\Program Files\\x.exe,-p",
                "C:\\tools\\x.exe y|C:\\tools\\x.exe,y",
                "a \"b \\\"c\\\"\"|a,b \"c\"",
                "a\\ b c|a b,c",
                "a '' b|a,,b"
            })
    void commandsAreSplitAsAShellWould(String command, String words) {
        assertThat(CommandLineWords.of(command)).containsExactly(words.split(",", -1));
    }

    private Problem problem(String script) throws IOException {
        return ((ProblemException) java.util.Objects.requireNonNull(catchThrowable(() -> run(script)))).problem();
    }

    private Fetched run(String script) throws Exception {
        var file = home.resolve("give.sh");
        Files.writeString(file, script + "\n");
        return programs().run(new CredentialSource.Program("p", "/bin/sh '" + file + "'"));
    }

    private ProgramCredentials programs() {
        return new ProgramCredentials(Duration.ofSeconds(2), threads, clock);
    }
}
