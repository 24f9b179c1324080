package io.atalaya.aws;

import io.atalaya.deployment.Problem.Kind;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Tells the credentials when AWS says that they have ended: somebody revoked the session, or the clock here is behind. */
final class ExpiryWatch implements ExecutionInterceptor {
    private static final ExecutionAttribute<String> SIGNED_BY = new ExecutionAttribute<>("io.atalaya.SignedBy");
    private static final Pattern KEY = Pattern.compile("Credential=([^/]+)/");

    private final RefusableCredentials credentials;

    ExpiryWatch(RefusableCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        context.httpRequest().firstMatchingHeader("Authorization").ifPresent(header -> {
            var key = KEY.matcher(header);
            if (key.find()) {
                attributes.putAttribute(SIGNED_BY, key.group(1));
            }
        });
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        var key = attributes.getAttribute(SIGNED_BY);
        if (key != null
                && context.exception() instanceof AwsServiceException failure
                && failure.awsErrorDetails() != null
                && ErrorCodes.kind(failure.awsErrorDetails().errorCode())
                        .filter(Kind.EXPIRED::equals)
                        .isPresent()) {
            credentials.refused(key);
        }
    }
}
