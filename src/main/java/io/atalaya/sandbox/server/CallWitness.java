package io.atalaya.sandbox.server;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** Sees every call that would change something and whose caller was known, once it has been answered: what AWS's own trail does. */
@FunctionalInterface
public interface CallWitness {
    /**
     * Must be quick.
     *
     * @param request as the caller sent it
     * @param answer null when it was refused
     * @param refusal null when it was not
     */
    void answered(Call call, SdkPojo request, @Nullable SdkPojo answer, @Nullable WireFault refusal);

    /** Remembers nothing. */
    static CallWitness none() {
        return (call, request, answer, refusal) -> {};
    }
}
