package io.atalaya.deployment.files;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What there is to say about a file system, by its facts alone. */
final class Remarks {
    /** Per cent from which on a limit is near. */
    static final double HIGH = 80;

    private static final Duration SOON_EMPTY = Duration.ofHours(24);
    private static final Duration PLAN_NEAR = Duration.ofDays(30);

    private Remarks() {}

    /**
     * @param unserved zones in which instances of its networks run and it has no mount target
     * @return worst first
     */
    static List<Remark> of(FileSystemFacts facts, List<String> unserved) {
        var all = new ArrayList<Remark>();
        mounts(facts, all);
        limits(facts, all);
        size(facts, all);
        if (!unserved.isEmpty() && !facts.mounts().isEmpty()) {
            all.add(new Remark(Remark.Kind.ZONE_WITHOUT_MOUNT, State.UNKNOWN, List.of(String.join(", ", unserved))));
        }
        care(facts, all);
        all.sort(Comparator.comparing(Remark::state).reversed().thenComparing(Remark::kind));
        return all;
    }

    private static void mounts(FileSystemFacts facts, List<Remark> all) {
        for (var each : facts.mounts()) {
            var condition = Conditions.of(each.mount());
            if (condition.state() != State.HEALTHY && condition.state() != State.CHANGING) {
                all.add(new Remark(
                        Remark.Kind.MOUNT_DOWN,
                        condition.state(),
                        List.of(each.mount().id(), each.zone(), condition.word())));
            }
            if (!each.shutOut().isEmpty()) {
                all.add(new Remark(
                        Remark.Kind.SHUT_OUT, State.DEGRADED, List.of(each.zone(), String.join(", ", each.shutOut()))));
            }
        }
    }

    private static void limits(FileSystemFacts facts, List<Remark> all) {
        var credits = facts.credits();
        if (credits != null && credits.timeToEmpty() != null) {
            var left = credits.timeToEmpty();
            all.add(new Remark(
                    Remark.Kind.CREDITS_EMPTYING,
                    left.compareTo(SOON_EMPTY) < 0 ? State.FAILED : State.DEGRADED,
                    List.of(left)));
        }
        if (facts.use().state() == State.DEGRADED) {
            all.add(new Remark(
                    Remark.Kind.THROUGHPUT_HIGH,
                    State.DEGRADED,
                    List.of(Objects.requireNonNull(facts.use().value()))));
        }
        if (facts.ioLimit().state() == State.DEGRADED) {
            all.add(new Remark(
                    Remark.Kind.IO_LIMIT_HIGH,
                    State.DEGRADED,
                    List.of(Objects.requireNonNull(facts.ioLimit().value()))));
        }
        var clients = facts.clients().value();
        if (clients != null && clients == 0) {
            all.add(new Remark(Remark.Kind.NO_CLIENTS, State.UNKNOWN, List.of()));
        }
    }

    private static void size(FileSystemFacts facts, List<Remark> all) {
        var forecast = facts.forecast();
        if (forecast.kind() == Forecast.Kind.ABOVE) {
            all.add(new Remark(Remark.Kind.ABOVE_PLAN, State.DEGRADED, List.of(forecast.bytes())));
        } else if (forecast.left() != null && forecast.left().compareTo(PLAN_NEAR) < 0) {
            all.add(new Remark(Remark.Kind.PLAN_NEAR, State.DEGRADED, List.of(forecast.left())));
        }
    }

    private static void care(FileSystemFacts facts, List<Remark> all) {
        var policies = facts.policies();
        if (policies != null && !policies.backsUp()) {
            all.add(new Remark(Remark.Kind.NO_BACKUP, State.DEGRADED, List.of()));
        }
        if (policies != null && !policies.moves()) {
            all.add(new Remark(Remark.Kind.NO_LIFECYCLE, State.UNKNOWN, List.of()));
        }
        if (!facts.files().encrypted()) {
            all.add(new Remark(Remark.Kind.NOT_ENCRYPTED, State.DEGRADED, List.of()));
        }
    }
}
