package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;
import static io.atalaya.operate.preflight.Confirmation.TYPE_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.RecordSet;
import io.atalaya.operate.act.DeleteRecord;
import io.atalaya.operate.act.DeregisterTarget;
import io.atalaya.operate.act.EnterStandby;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.act.StopInstance;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of situations, acts and what is said of them ({@link Row}), and what holds for all of it. */
class PreflightTest {
    private static final Operation STOP = new StopInstance(World.ONE);
    private static final Operation REBOOT = new RebootInstance(World.ONE);

    static Stream<Row> rows() {
        return Row.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        var preflight = row.judged();
        assertThat(said(preflight)).isEqualTo(row.expected());
        assertThat(preflight.confirmation()).isEqualTo(row.confirmation());
        assertThat(preflight.allowed()).isEqualTo(row.confirmation() != NONE);
        assertThat(preflight.consequences())
                .extracting(Consequence::severity)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    private static String said(Preflight preflight) {
        var said = new ArrayList<String>();
        for (var each : preflight.consequences()) {
            said.add(each.severity().name().charAt(0) + " " + each.key().replace("operate.preflight.", ""));
        }
        preflight.unknown().forEach(part -> said.add("? " + part));
        return Row.sorted(said);
    }

    @Test
    void everyActIsInTheTable() {
        assertThat(rows().map(it -> it.act().getClass()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Operation.class.getPermittedSubclasses()));
        assertThat(rows().count()).isGreaterThan(60);
    }

    /** What is protected is confirmed by its name, unless nothing can come of it. */
    @ParameterizedTest
    @MethodSource("rows")
    void whatIsProtectedIsNamed(Row row) {
        var preflight = row.judged(true, true);
        assertThat(preflight.confirmation()).isEqualTo(row.confirmation() == CONSIDER ? TYPE_NAME : row.confirmation());
        assertThat(said(preflight).contains("C protected")).isEqualTo(row.confirmation() != PRESS);
    }

    @Test
    void whatIsNotAwsSaysSo() {
        var preflight = Preflights.of(STOP, new World().deployment(), World.AT, false, false);
        assertThat(said(preflight)).contains("N notAws");
        assertThat(preflight.confirmation()).isEqualTo(CONSIDER);
    }

    @Test
    void standbyIsOfferedFirst() {
        assertThat(offer(w -> {}, STOP)).isEqualTo(new EnterStandby(World.GROUP, World.ONE, true));
        assertThat(offer(w -> w.min = 2, STOP)).isEqualTo(new EnterStandby(World.GROUP, World.ONE, false));
        assertThat(offer(w -> {}, REBOOT)).isEqualTo(new EnterStandby(World.GROUP, World.ONE, true));
        assertThat(offer(w -> w.memberOne = "Pending", STOP)).isNull();
        assertThat(offer(w -> {}, new DeregisterTarget(World.WEB, World.ONE, null)))
                .isEqualTo(new EnterStandby(World.GROUP, World.ONE, true));
    }

    private static @Nullable Operation offer(Consumer<World> set, Operation act) {
        var world = new World();
        set.accept(world);
        return Preflights.of(act, world.deployment(), World.AT, true, false).consequences().stream()
                .map(Consequence::offer)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Test
    void aPartWithHolesIsNotKnown() {
        var whole = new World().deployment();
        var targets = whole.observed(Parts.TARGETS);
        var problem = new Problem(Problem.Kind.DENIED, "x", "x", "x", null, null, World.AT);
        var holes = targets.failed(problem, Objects.requireNonNull(targets.askedAt()));
        assertThat(Preflights.of(STOP, whole.with(Parts.TARGETS, holes), World.AT, true, false)
                        .unknown())
                .containsExactly("targets");
        var later = targets.failed(problem, World.AT);
        assertThat(Preflights.of(STOP, whole.with(Parts.TARGETS, later), World.AT, true, false)
                        .unknown())
                .as("the answer before it was whole")
                .isEmpty();
    }

    @Test
    void argumentsNameWhatIsMeant() {
        var world = new World();
        world.targetTwo = "unhealthy";
        var left = Preflights.of(STOP, world.deployment(), World.AT, true, false).consequences().stream()
                .filter(it -> it.key().endsWith("lastHealthy"))
                .findFirst()
                .orElseThrow();
        assertThat(left.arguments()).containsExactly("ChOp-web", 2);
        RecordSet www = Records.alias("www.checkop.edu");
        var record = Preflights.of(new DeleteRecord(www), world.deployment(), World.AT, true, false)
                .consequences();
        assertThat(record.getFirst().arguments()).containsExactly("ChOp", "www.checkop.edu");
    }
}
