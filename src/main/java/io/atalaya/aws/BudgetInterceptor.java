package io.atalaya.aws;

import io.atalaya.watch.CallContext;
import io.atalaya.watch.CallPermits;
import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Takes a permit for every attempt. The first is taken before the SDK starts its clocks, so that waiting for a turn is not
 * mistaken for a slow AWS; those of retries are inside the call's time-out.
 */
public final class BudgetInterceptor implements ExecutionInterceptor {
    /** What happened to the last attempt of this call. */
    private static final class Attempts {
        int sent;
        long startedNanos;
        int lastStatus;
    }

    private static final ExecutionAttribute<Attempts> ATTEMPTS = new ExecutionAttribute<>("io.atalaya.BudgetAttempts");

    private final CallPermits permits;

    public BudgetInterceptor(CallPermits permits) {
        this.permits = permits;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(ATTEMPTS, new Attempts());
        acquire(IamNames.of(attributes));
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        var attempts = attributes.getAttribute(ATTEMPTS);
        if (attempts.sent > 0) {
            var call = IamNames.of(attributes);
            if (meansTooMuch(attempts.lastStatus)) {
                permits.throttled(call);
            }
            acquire(call);
        }
        attempts.sent++;
        CallContext.current().sent().incrementAndGet();
        attempts.lastStatus = 0;
        attempts.startedNanos = System.nanoTime();
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        var attempts = attributes.getAttribute(ATTEMPTS);
        attempts.lastStatus = context.httpResponse().statusCode();
        permits.answered(IamNames.of(attributes), Duration.ofNanos(System.nanoTime() - attempts.startedNanos));
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        if (context.exception() instanceof AwsServiceException failure && ErrorCodes.isThrottling(failure)) {
            permits.throttled(IamNames.of(attributes));
        }
    }

    /**
     * Whether an answer that is being retried said "too much": the error code is in a body that is not read here, but the SDK
     * retries a 400 for little else, and a 503 wants peace as well.
     */
    private static boolean meansTooMuch(int status) {
        return status == 400 || status == 429 || status == 503;
    }

    private void acquire(String call) {
        try {
            permits.acquire(call, CallContext.current().priority());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while waiting for a turn to send " + call, e);
        }
    }
}
