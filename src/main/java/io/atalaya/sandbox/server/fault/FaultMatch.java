package io.atalaya.sandbox.server.fault;

import io.atalaya.sandbox.server.route.AwsService;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault strikes.
 *
 * @param service the service, or null for every one
 * @param operation the wire name, or null for every one
 * @param first the number of the first call struck, counted from 1 among the calls that match since the fault was planned
 * @param count how many calls are struck from there on
 */
public record FaultMatch(
        @Nullable AwsService service, @Nullable String operation, int first, int count) {
    public FaultMatch {
        if (first < 1 || count < 1) {
            throw new IllegalArgumentException("calls are counted from 1");
        }
    }

    /** Every call to every service. */
    public static FaultMatch everything() {
        return new FaultMatch(null, null, 1, Integer.MAX_VALUE);
    }

    /** Every call to a service. */
    public static FaultMatch of(AwsService service) {
        return new FaultMatch(service, null, 1, Integer.MAX_VALUE);
    }

    /** Every call of an operation. */
    public static FaultMatch of(AwsService service, String operation) {
        return new FaultMatch(service, operation, 1, Integer.MAX_VALUE);
    }

    /** Only the n-th of these calls, counted from 1. */
    public FaultMatch nth(int n) {
        return new FaultMatch(service, operation, n, 1);
    }

    /** The n-th of these calls, counted from 1, and all that follow. */
    public FaultMatch from(int n) {
        return new FaultMatch(service, operation, n, Integer.MAX_VALUE);
    }

    /** Only so many of these calls, from the first one struck. */
    public FaultMatch times(int calls) {
        return new FaultMatch(service, operation, first, calls);
    }

    boolean covers(AwsService called, String calledOperation) {
        return (service == null || service == called) && (operation == null || operation.equals(calledOperation));
    }

    boolean strikes(int number) {
        return number >= first && number - first < count;
    }
}
