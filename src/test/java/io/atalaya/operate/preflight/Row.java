package io.atalaya.operate.preflight;

import io.atalaya.operate.act.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of the table: a situation, an act, and what is said of it.
 *
 * @param expected {@code N} for a note, {@code C} caution, {@code D} danger, {@code B} blocked, each with its sentence; {@code ?} for
 *     a part that is not known; sorted, one to a line
 */
record Row(String situation, Consumer<World> set, Operation act, String expected, Confirmation confirmation) {
    static Row of(String situation, Consumer<World> set, Operation act, Confirmation confirmation, String... expected) {
        return new Row(situation, set, act, sorted(Arrays.asList(expected)), confirmation);
    }

    static Stream<Row> all() {
        return Stream.of(
                        ComputeRows.all(),
                        AddressRows.all(),
                        GroupRows.all(),
                        TargetRows.all(),
                        DatabaseRows.all(),
                        SnapshotRows.all(),
                        FileRows.all(),
                        NameRows.all(),
                        PerimeterRows.all(),
                        PathRows.all(),
                        OtherRows.all())
                .flatMap(List::stream);
    }

    static String sorted(List<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining("\n"));
    }

    /** What is said at the moment of the world, of AWS and unprotected. */
    Preflight judged() {
        return judged(true, false);
    }

    Preflight judged(boolean aws, boolean guarded) {
        var world = new World();
        set.accept(world);
        return Preflights.of(act, world.deployment(), World.AT, aws, guarded);
    }

    @Override
    public String toString() {
        return act.act() + ": " + situation;
    }
}
