package io.atalaya.aws;

import io.atalaya.connect.Veto;
import io.atalaya.connect.VetoLog;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Stands in front of every client and lets out what is on the {@link ReadList}, or carries an {@link Approval} for exactly this
 * call. An approval is looked at again when the request is about to leave, because the wait for a turn in the quota lies in
 * between. It records its vetoes itself: what {@code beforeExecution} throws reaches no other interceptor.
 */
public final class WriteGate implements ExecutionInterceptor {
    private final ReadList readList;
    private final VetoLog log;
    private final InstantSource clock;

    public WriteGate(ReadList readList, VetoLog log, InstantSource clock) {
        this.readList = readList;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var call = IamNames.of(attributes);
        if (readList.contains(call)) {
            return;
        }
        var reason = refusal(call, attributes.getAttribute(Approval.ATTRIBUTE));
        if (reason != null) {
            throw veto(call, reason);
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        var approval = attributes.getAttribute(Approval.ATTRIBUTE);
        if (approval != null && !approval.holds()) {
            throw veto(IamNames.of(attributes), "its approval was taken back");
        }
    }

    private VetoedException veto(String call, String reason) {
        var veto = new Veto(call, reason, clock.instant());
        log.vetoed(veto);
        return new VetoedException(veto);
    }

    private static @Nullable String refusal(String call, @Nullable Approval approval) {
        if (approval == null) {
            return "it is not on the read list and nobody approved it";
        }
        if (!approval.call().equals(call)) {
            return "its approval is for " + approval.call();
        }
        return approval.take() ? null : "its approval was used before";
    }
}
