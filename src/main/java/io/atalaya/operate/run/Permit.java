package io.atalaya.operate.run;

/** Says that an act was confirmed and is in the journal. Only the runner makes one. */
public final class Permit {
    private final String operationId;

    Permit(String operationId) {
        this.operationId = operationId;
    }

    /** The id of intent and outcome in the journal. */
    public String operationId() {
        return operationId;
    }
}
