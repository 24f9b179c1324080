package io.atalaya.deployment.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.FaultSight;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.deployment.reach.Reachability;
import io.atalaya.sandbox.perimeter.Fault;
import io.atalaya.sandbox.perimeter.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults of the sandbox, as the console reads them: the manual says which cause has to be named first, and it is. */
class FaultsOverTheWireTest {
    static List<Fault> faults() {
        return Faults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theFaultStandsFirst(Fault fault) throws Exception {
        var expected = Pattern.compile("\\| `" + fault.name() + "`[^|]*\\| `(\\w+)` \\|")
                .matcher(Files.readString(Path.of("docs/diagnosis.md")));
        assertThat(expected.find()).as("the manual lists %s", fault.name()).isTrue();

        var found = explained(fault);
        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().cause())
                .as(() -> fault.wrong() + ": " + found)
                .isEqualTo(Cause.valueOf(expected.group(1)));
        assertThat(found.getFirst().excluded()).isFalse();
    }

    private static List<Explanation> explained(Fault fault) {
        var seen = FaultSight.of(fault);
        var routes = new Routes(seen.index());
        var target = TargetFacts.all(routes).stream()
                .filter(each -> each.target().targetGroupArn().equals(fault.targetGroupArn())
                        && each.target().targetId().equals(fault.targetId()))
                .findFirst()
                .orElseThrow();
        var now = Objects.requireNonNull(seen.observed(Parts.TARGETS).askedAt());
        return Observations.explain(routes, Reachability.of(seen), target, now);
    }
}
