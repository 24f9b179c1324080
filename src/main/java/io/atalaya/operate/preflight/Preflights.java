package io.atalaya.operate.preflight;

import io.atalaya.deployment.Deployment;
import io.atalaya.operate.act.Operation;
import java.time.Instant;
import java.util.List;

/** Works out what an act would do. Pure: the same deployment and moment give the same answer. */
public final class Preflights {
    private Preflights() {}

    /**
     * @param now the deployment as it is known
     * @param at the moment by which ages count
     * @param aws false at another server than AWS's
     * @param guarded whether a person marked the resource, or everything reached this way, as protected
     */
    public static Preflight of(Operation operation, Deployment now, Instant at, boolean aws, boolean guarded) {
        return new Preflight(List.of(), List.of(), Confirmation.CONSIDER);
    }
}
