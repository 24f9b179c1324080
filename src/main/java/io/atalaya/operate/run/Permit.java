package io.atalaya.operate.run;

import java.util.function.BooleanSupplier;

/** Says that an act was confirmed and is in the journal. Only the runner makes one. */
public final class Permit {
    private final String operationId;
    private final BooleanSupplier armed;

    Permit(String operationId, BooleanSupplier armed) {
        this.operationId = operationId;
        this.armed = armed;
    }

    /** The id of intent and outcome in the journal. */
    public String operationId() {
        return operationId;
    }

    /**
     * Whether the request may still leave: the deployment is armed and was so ever since it was confirmed, and the connection
     * is open. To be asked directly before it
     * leaves, because a turn in the account's quota may be waited for meanwhile. On any thread.
     */
    public boolean holds() {
        return armed.getAsBoolean();
    }
}
