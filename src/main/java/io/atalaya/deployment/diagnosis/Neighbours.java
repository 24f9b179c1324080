package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.State;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.balancing.TargetFacts;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How those fare that have something in common with a target: its machine, its zone, its group. */
final class Neighbours {
    private final TargetFacts target;
    private final @Nullable TargetGroup group;
    private final List<TargetFacts> all;

    Neighbours(TargetFacts target, @Nullable TargetGroup group, List<TargetFacts> all) {
        this.target = target;
        this.group = group;
        this.all = all;
    }

    void look(Seen seen) {
        var id = target.target().targetId();
        put(
                seen,
                Observation.REST_OF_MACHINE_FAILS,
                each -> each.target().targetId().equals(id),
                State.FAILED);
        var port = target.target().port();
        put(
                seen,
                Observation.OTHER_PORT_ANSWERS,
                each -> each.target().targetId().equals(id)
                        && !Objects.equals(each.target().port(), port),
                State.HEALTHY);
        var zone = target.zone();
        if (zone != null) {
            Predicate<TargetFacts> others = each -> !each.target().targetId().equals(id) && each.zone() != null;
            put(seen, Observation.REST_OF_ZONE_FAILS, others.and(each -> zone.equals(each.zone())), State.FAILED);
            put(seen, Observation.OTHER_ZONES_PASS, others.and(each -> !zone.equals(each.zone())), State.HEALTHY);
        }
        seen.put(Observation.PORT_ODD, odd());
        var peers = peers();
        if (!peers.isEmpty()) {
            seen.put(
                    Observation.GROUP_PASSES,
                    peers.stream().anyMatch(each -> each.condition().state() == State.HEALTHY));
        }
    }

    /** Whether all that judge themselves are so; nothing where there is nobody else. */
    private void put(Seen seen, Observation what, Predicate<TargetFacts> who, State wanted) {
        var judged = all.stream()
                .filter(each -> !each.target().equals(target.target()))
                .filter(who)
                .map(each -> each.condition().state())
                .filter(each -> each == State.HEALTHY || each == State.FAILED)
                .toList();
        if (!judged.isEmpty()) {
            seen.put(what, judged.stream().allMatch(wanted::equals));
        }
    }

    /** Null where the group is not known or has no port of its own. */
    private @Nullable Boolean odd() {
        if (group == null || group.port() == null) {
            return null;
        }
        var checked = Way.port(group.healthCheck().port(), target.target().port());
        return checked != null
                && !checked.equals(group.port())
                && peers().stream()
                        .filter(each -> each.condition().state() == State.HEALTHY)
                        .noneMatch(each -> checked.equals(Way.port(
                                group.healthCheck().port(), each.target().port())));
    }

    /** The others of its group. */
    private List<TargetFacts> peers() {
        return all.stream()
                .filter(each ->
                        each.target().targetGroupArn().equals(target.target().targetGroupArn())
                                && !each.target().equals(target.target()))
                .toList();
    }

    /** The machines of its group that pass. */
    List<Instance> well() {
        return peers().stream()
                .filter(each -> each.condition().state() == State.HEALTHY)
                .map(TargetFacts::instance)
                .filter(Objects::nonNull)
                .toList();
    }
}
