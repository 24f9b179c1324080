package io.atalaya.operate.run;

import java.util.function.BooleanSupplier;

/** Permits for tests of what sends; in the program only the runner makes them. */
public final class Permits {
    private Permits() {}

    public static Permit of(String operationId) {
        return of(operationId, () -> true);
    }

    /** @param holds whether it is still armed */
    public static Permit of(String operationId, BooleanSupplier holds) {
        return new Permit(operationId, holds);
    }
}
