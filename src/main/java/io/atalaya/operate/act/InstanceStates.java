package io.atalaya.operate.act;

import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Set;

/** Watches an instance until it is in a state. */
final class InstanceStates {
    private InstanceStates() {}

    static Settling until(String instanceId, String wanted, Set<String> onTheWay, Duration patience) {
        return Watched.one(Parts.INSTANCES, patience, it -> it.id().equals(instanceId), (before, now) -> {
            if (now == null) {
                return Progress.failed("");
            }
            if (now.state().equals(wanted)) {
                return Progress.done(now.state());
            }
            return onTheWay.contains(now.state()) ? Progress.underWay(now.state()) : Progress.failed(now.state());
        });
    }
}
