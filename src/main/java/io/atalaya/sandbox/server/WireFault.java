package io.atalaya.sandbox.server;

import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An error as AWS sends it: the wire code decides which exception class the SDK throws and whether it retries
 * ({@code DBInstanceNotFound}, not {@code DbInstanceNotFoundException}).
 */
public final class WireFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** Never written by Java's serialization, which nobody asks of it. */
    private final transient Map<String, SdkPojo> details;

    /**
     * @param status the HTTP status, 400 for most of a caller's mistakes
     * @param code the wire code, e.g. {@code InvalidInstanceID.NotFound}
     * @param message what AWS would say
     */
    public WireFault(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /**
     * An error that tells more.
     *
     * @param details members of the error beside its message, by wire name; JSON protocols write them
     */
    public WireFault(int status, String code, String message, Map<String, SdkPojo> details) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = Map.copyOf(details);
    }

    /** Members beside the message. */
    public Map<String, SdkPojo> details() {
        return details;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
