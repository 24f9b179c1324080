package io.atalaya.aws;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;

/**
 * Opens the write gate once, for one call. Travels in the request's override configuration:
 * {@code request.overrideConfiguration(c -> c.putExecutionAttribute(Approval.ATTRIBUTE, approval))}. A retry of the same call
 * by the SDK is the same call; sending the request object again is not.
 */
public final class Approval {
    /** Where it travels. */
    public static final ExecutionAttribute<Approval> ATTRIBUTE = new ExecutionAttribute<>("io.atalaya.Approval");

    private final String call;
    private final String operationId;
    private final BooleanSupplier holds;
    private final AtomicBoolean used = new AtomicBoolean();

    /**
     * @param call as IAM names it
     * @param operationId the journal's id of the operation that was confirmed
     * @param holds whether it is still approved; asked again when the request is about to leave
     */
    public Approval(String call, String operationId, BooleanSupplier holds) {
        this.call = call;
        this.operationId = operationId;
        this.holds = holds;
    }

    public String call() {
        return call;
    }

    public String operationId() {
        return operationId;
    }

    /** Uses it up; false when it was before. */
    boolean take() {
        return used.compareAndSet(false, true);
    }

    /** Whether nobody has taken it back. */
    boolean holds() {
        return holds.getAsBoolean();
    }

    @Override
    public String toString() {
        return "Approval[" + call + " for " + operationId + (used.get() ? ", used]" : "]");
    }
}
