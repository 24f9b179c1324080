package io.atalaya.aws;

import io.atalaya.connect.CallRecord;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Writes down what was called, never with what, unless somebody records evidence. */
public final class CallRecorder implements ExecutionInterceptor {
    /** A call under way; its interceptors run one after the other. */
    private static final class Running {
        final Instant startedAt;
        final long startedNanos = System.nanoTime();
        int attempts;
        int answered;
        int status;
        boolean waiting;

        @Nullable
        String host;

        @Nullable
        String requestId;

        Instant attemptAt;
        long attemptNanos;

        Running(Instant now) {
            startedAt = now;
            attemptAt = now;
        }
    }

    private static final ExecutionAttribute<Running> RUNNING = new ExecutionAttribute<>("io.atalaya.RunningCall");
    private static final String[] REQUEST_ID = {"x-amzn-RequestId", "x-amz-request-id", "x-amzn-request-id"};

    private final CallLog log;
    private final InstantSource clock;

    public CallRecorder(CallLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(RUNNING, new Running(clock.instant()));
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        var call = attributes.getAttribute(RUNNING);
        noteIfLost(call);
        call.attempts++;
        call.waiting = true;
        call.host = context.httpRequest().host();
        call.attemptAt = clock.instant();
        call.attemptNanos = System.nanoTime();
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        var call = attributes.getAttribute(RUNNING);
        var response = context.httpResponse();
        var latency = Duration.ofNanos(System.nanoTime() - call.attemptNanos);
        call.waiting = false;
        call.answered++;
        call.status = response.statusCode();
        call.requestId = requestId(response).orElse(null);
        log.add(new CallLog.Attempt(
                String.valueOf(call.host),
                call.attemptAt,
                latency,
                HttpDate.read(response)
                        .map(theirs -> difference(call.attemptAt, latency, theirs))
                        .orElse(null)));
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        var recording = log.recording();
        if (recording == null) {
            return context.responseBody();
        }
        var call = attributes.getAttribute(RUNNING);
        var took = Duration.ofNanos(System.nanoTime() - call.attemptNanos);
        return AnswerTap.read(context, attributes, call.attemptAt, took, recording);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        finish(attributes, null);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        finish(attributes, context.exception());
    }

    private void finish(ExecutionAttributes attributes, @Nullable Throwable failure) {
        var call = attributes.getAttribute(RUNNING);
        if (call == null) {
            return; // failed before this interceptor's turn: nothing was sent
        }
        noteIfLost(call);
        log.add(new CallRecord(
                IamNames.of(attributes),
                call.host,
                call.startedAt,
                Duration.ofNanos(System.nanoTime() - call.startedNanos),
                call.attempts,
                call.answered,
                call.requestId,
                call.status,
                failure == null ? null : code(failure)));
    }

    /** The attempt before this moment ended without any answer. */
    private void noteIfLost(Running call) {
        if (call.waiting) {
            call.waiting = false;
            log.add(new CallLog.Attempt(String.valueOf(call.host), call.attemptAt, null, null));
        }
    }

    /** The header was cut to whole seconds: half a second later is the best guess, compared with half of the way. */
    private static Duration difference(Instant sentAt, Duration latency, Instant theirs) {
        return Duration.between(sentAt.plus(latency.dividedBy(2)), theirs.plusMillis(500));
    }

    static Optional<String> requestId(SdkHttpResponse response) {
        return Stream.of(REQUEST_ID)
                .flatMap(name -> response.firstMatchingHeader(name).stream())
                .findFirst();
    }

    private static String code(Throwable failure) {
        if (failure instanceof AwsServiceException service
                && service.awsErrorDetails() != null
                && service.awsErrorDetails().errorCode() != null) {
            return service.awsErrorDetails().errorCode();
        }
        return failure.getClass().getSimpleName();
    }
}
