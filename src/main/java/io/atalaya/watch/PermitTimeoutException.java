package io.atalaya.watch;

import java.time.Duration;

/** This console held a call back because its share of the quota is used up; AWS was not asked. */
public final class PermitTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String api;

    public PermitTimeoutException(String api, Duration waited) {
        super(api + ": held back for " + waited.toSeconds() + " s, this console's share of the quota is used up");
        this.api = api;
    }

    /** As IAM names it. */
    public String api() {
        return api;
    }
}
