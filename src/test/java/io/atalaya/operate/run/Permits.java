package io.atalaya.operate.run;

/** Permits for tests of what sends; in the program only the runner makes them. */
public final class Permits {
    private Permits() {}

    public static Permit of(String operationId) {
        return new Permit(operationId);
    }
}
