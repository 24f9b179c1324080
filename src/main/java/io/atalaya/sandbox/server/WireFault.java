package io.atalaya.sandbox.server;

/**
 * An error as AWS sends it: the wire code decides which exception class the SDK throws and whether it retries
 * ({@code DBInstanceNotFound}, not {@code DbInstanceNotFoundException}).
 */
public final class WireFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * @param status the HTTP status, 400 for most of a caller's mistakes
     * @param code the wire code, e.g. {@code InvalidInstanceID.NotFound}
     * @param message what AWS would say
     */
    public WireFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
