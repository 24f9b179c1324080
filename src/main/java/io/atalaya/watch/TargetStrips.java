package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How every target was, for as long as the history goes back. Guarded by its owner. */
final class TargetStrips {
    /** A target in one group: the same machine may stand in several, and on several ports. */
    private record Key(
            String groupArn, String targetId, @Nullable Integer port) {
        static Key of(Target target) {
            return new Key(target.targetGroupArn(), target.targetId(), target.port());
        }
    }

    private final Map<Key, List<TargetSpan>> strips = new HashMap<>();
    private @Nullable Instant lastAskedAt;

    /** Takes in a complete answer; the same one again changes nothing. */
    void observe(Deployment deployment) {
        var observed = deployment.observed(Parts.TARGETS);
        var listing = observed.value();
        var askedAt = observed.askedAt();
        if (listing == null || !listing.complete() || askedAt == null || askedAt.equals(lastAskedAt)) {
            return;
        }
        var present = new HashSet<Key>();
        for (var target : listing.items()) {
            present.add(Key.of(target));
            add(Key.of(target), askedAt, target.state(), target.reason());
        }
        for (var key : Set.copyOf(strips.keySet())) {
            if (!present.contains(key)) {
                add(key, askedAt, null, null);
            }
        }
        lastAskedAt = askedAt;
    }

    private void add(Key key, Instant at, @Nullable String state, @Nullable String reason) {
        var strip = strips.computeIfAbsent(key, k -> new ArrayList<>());
        var last = strip.isEmpty() ? null : strip.getLast();
        if (last == null || !Objects.equals(last.state(), state) || !Objects.equals(last.reason(), reason)) {
            strip.add(new TargetSpan(at, lastAskedAt, state, reason));
        }
    }

    /** Forgets what ended before {@code since}, and targets that have been gone since then. */
    void forget(Instant since) {
        strips.values().forEach(strip -> {
            while (strip.size() > 1 && strip.get(1).from().isBefore(since)) {
                strip.removeFirst();
            }
        });
        strips.values()
                .removeIf(strip -> strip.size() == 1
                        && strip.getFirst().state() == null
                        && strip.getFirst().from().isBefore(since));
    }

    /** Oldest first; empty for a target that was never seen. */
    List<TargetSpan> of(Target target) {
        return List.copyOf(strips.getOrDefault(Key.of(target), List.of()));
    }
}
