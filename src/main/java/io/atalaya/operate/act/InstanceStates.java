package io.atalaya.operate.act;

import io.atalaya.deployment.Parts;
import java.time.Duration;
import java.util.Set;

/** Watches an instance until it is in a state. */
final class InstanceStates {
    private InstanceStates() {}

    static Settling until(String instanceId, String wanted, Set<String> onTheWay, Duration patience) {
        return new Settling(Set.of(Parts.INSTANCES), patience, (before, now) -> now.items(Parts.INSTANCES).stream()
                .filter(it -> it.id().equals(instanceId))
                .findFirst()
                .map(it -> {
                    if (it.state().equals(wanted)) {
                        return Settling.Progress.done(it.state());
                    }
                    return onTheWay.contains(it.state())
                            ? Settling.Progress.underWay(it.state())
                            : Settling.Progress.failed(it.state());
                })
                .orElseGet(() -> Settling.Progress.failed("")));
    }
}
