package io.atalaya.ui.balancing;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.diagnosis.Changed;
import io.atalaya.operate.trail.PerimeterTrail;
import io.atalaya.watch.TargetSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What CloudTrail tells of the perimeter around the time at which a target began to fail. */
final class TargetChanges {
    /** A change shows within minutes; people look at what was done within the hour before. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private final PerimeterTrail trail;
    private final Function<Target, List<TargetSpan>> history;

    TargetChanges(PerimeterTrail trail, Function<Target, List<TargetSpan>> history) {
        this.trail = trail;
        this.history = history;
    }

    /** Asks CloudTrail where a target fails that somebody looks at. */
    void look(TargetRow row) {
        if (row.facts().condition().state() == State.FAILED) {
            trail.look(PerimeterTrail.KINDS);
        }
    }

    List<Changed> of(Target target, Instant now) {
        var spans = history.apply(target);
        var since = spans.isEmpty() || !target.state().equals(spans.getLast().state())
                ? now
                : spans.getLast().from();
        var from = since.minus(BEFORE);
        return PerimeterTrail.KINDS.stream()
                .flatMap(kind -> trail.of(kind).touches().stream())
                .filter(each -> each.event().at().isAfter(from))
                .map(each -> new Changed(
                        each.resource(), each.event().at(), each.event().name(), each.who()))
                .toList();
    }

    /** Whether CloudTrail has told. */
    boolean told() {
        return PerimeterTrail.KINDS.stream().allMatch(kind -> trail.of(kind).askedAt() != null);
    }

    /** Why CloudTrail did not tell; null where it did or was not asked. */
    @Nullable
    Problem problem() {
        return PerimeterTrail.KINDS.stream()
                .map(kind -> trail.of(kind).problem())
                .filter(Objects::nonNull)
                .flatMap(Stream::of)
                .findFirst()
                .orElse(null);
    }
}
