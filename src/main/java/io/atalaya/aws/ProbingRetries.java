package io.atalaya.aws;

import io.atalaya.watch.CallContext;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * The SDK's standard retries, and none for a probe: the refresh loop asks again by itself, so that retrying what has just
 * failed would only triple the load on an API in trouble.
 */
final class ProbingRetries implements RetryStrategy {
    private final StandardRetryStrategy standard;

    ProbingRetries(int attempts) {
        this(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .build());
    }

    private ProbingRetries(StandardRetryStrategy standard) {
        this.standard = standard;
    }

    @Override
    public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
        return standard.acquireInitialToken(request);
    }

    @Override
    public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
        if (CallContext.current().probing()) {
            throw new TokenAcquisitionFailedException("a probe is not retried", request.failure());
        }
        return standard.refreshRetryToken(request);
    }

    @Override
    public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
        return standard.recordSuccess(request);
    }

    @Override
    public int maxAttempts() {
        return standard.maxAttempts();
    }

    @Override
    public Builder toBuilder() {
        return new Builder(standard.toBuilder());
    }

    /** Required by the interface; changes go to the standard strategy. */
    static final class Builder implements RetryStrategy.Builder<Builder, ProbingRetries> {
        private final StandardRetryStrategy.Builder standard;

        private Builder(StandardRetryStrategy.Builder standard) {
            this.standard = standard;
        }

        @Override
        public Builder retryOnException(java.util.function.Predicate<Throwable> shouldRetry) {
            standard.retryOnException(shouldRetry);
            return this;
        }

        @Override
        public Builder maxAttempts(int maxAttempts) {
            standard.maxAttempts(maxAttempts);
            return this;
        }

        @Override
        public Builder backoffStrategy(software.amazon.awssdk.retries.api.BackoffStrategy strategy) {
            standard.backoffStrategy(strategy);
            return this;
        }

        @Override
        public Builder throttlingBackoffStrategy(software.amazon.awssdk.retries.api.BackoffStrategy strategy) {
            standard.throttlingBackoffStrategy(strategy);
            return this;
        }

        @Override
        public Builder treatAsThrottling(java.util.function.Predicate<Throwable> treatAsThrottling) {
            standard.treatAsThrottling(treatAsThrottling);
            return this;
        }

        @Override
        public Builder useClientDefaults(boolean useClientDefaults) {
            standard.useClientDefaults(useClientDefaults);
            return this;
        }

        @Override
        public ProbingRetries build() {
            return new ProbingRetries(standard.build());
        }
    }
}
