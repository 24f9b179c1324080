package io.atalaya.aws.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.operate.act.CliCommand;
import io.atalaya.operate.act.Examples;
import io.atalaya.operate.act.Operation;
import io.atalaya.sandbox.AwsCli;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The command that is shown, pasted into a shell and run by AWS's own command line, against the request that the console
 * sends: the same, parameter by parameter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CliWitnessTest {
    /** What only the one or the other adds by itself: a token against doing it twice, the permission of another region. */
    private static final List<String> OWN = List.of("ClientToken", "PreSignedUrl", "DestinationRegion", "SourceRegion");

    private final ActWire wire = new ActWire();

    @TempDir
    Path scratch = Path.of("");

    @BeforeAll
    void needsTheCli(TestReporter reporter, TestInfo info) {
        var binary = AwsCli.find();
        var missing = "SKIPPED: no aws command on this machine, so the commands shown to people have no witness here"
                + " (on Debian: apt-get install awscli)";
        if (binary.isEmpty()) {
            reporter.publishEntry(info.getDisplayName(), missing);
        }
        Assumptions.assumeTrue(binary.isPresent(), missing);
    }

    @AfterAll
    void close() {
        wire.close();
    }

    /** A process for each takes long: every third, unless {@code -Datalaya.everyOperation=true} asks for all. */
    static List<Operation> examples() {
        var all = Examples.all();
        return Boolean.getBoolean("atalaya.everyOperation")
                ? all
                : IntStream.range(0, all.size())
                        .filter(index -> index % 3 == 0)
                        .mapToObj(all::get)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void sendsTheSame(Operation operation) throws Exception {
        var sandbox = wire.sandbox;
        wire.send(operation.request());
        var console = parameters(wire.arrived());
        wire.calls();
        var line = CliCommand.of(
                operation.request(), sandbox.region(), sandbox.endpoint().toString());

        var result = new AwsCli(AwsCli.find().orElseThrow(), sandbox, scratch).shell(line);

        Assumptions.assumeFalse(
                result.err().contains("\"TransitionToArchive\", must be one of"),
                "SKIPPED: this aws command is older than the archive class of EFS (November 2023)");
        var arrived = wire.arrived();
        assertThat(arrived).as(line + "\n" + result.err()).isNotEmpty();
        assertThat(parameters(arrived)).as(line).isEqualTo(console);
        assertThat(wire.calls())
                .as(line)
                .allSatisfy(call -> assertThat(call.operation())
                        .isEqualTo(operation.request().operation()))
                .first()
                .satisfies(call -> assertThat(call.region())
                        .isEqualTo(
                                operation.request().region() == null
                                        ? sandbox.region()
                                        : operation.request().region()));
    }

    private static Map<String, Object> parameters(List<SdkPojo> arrived) {
        var parameters = new HashMap<>(Decoded.of(arrived.getFirst()));
        OWN.forEach(parameters::remove);
        return parameters;
    }
}
