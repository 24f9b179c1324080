package io.atalaya.operate.run;

import io.atalaya.deployment.Problem;
import io.atalaya.operate.act.AwsRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends one request that changes AWS. Implemented in {@code aws}; blocking. */
@FunctionalInterface
public interface Sender {
    /**
     * @param requestIds AWS's; empty where no answer came
     * @param problem why it was not accepted; null when it was
     * @param maybeDone whether it may have been done all the same: it left, and no answer came
     * @param answered whether AWS itself said yes or no to it; otherwise what has a problem never came to AWS, or nobody knows
     */
    record Sent(List<String> requestIds, @Nullable Problem problem, boolean maybeDone, boolean answered) {
        public Sent {
            requestIds = List.copyOf(requestIds);
        }
    }

    /**
     * Sends it once, without a retry.
     *
     * @param permit that it was confirmed and written down; used up by this call. Where it does not hold any more when the
     *     request is about to leave, nothing is sent, and that is the problem
     */
    Sent send(AwsRequest request, Permit permit);
}
