package io.atalaya.aws;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Problem.Kind;
import io.atalaya.watch.PermitTimeoutException;
import io.atalaya.watch.ProblemMapper;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Makes a {@link Problem} of whatever a client, a credential source or a programming mistake threw. */
public final class AwsProblems implements ProblemMapper {
    private final InstantSource clock;
    private final ServiceFailures serviceFailures;

    /** @param isAws whether the endpoint is AWS itself, where "unknown operation" means something else than elsewhere */
    public AwsProblems(InstantSource clock, boolean isAws) {
        this.clock = clock;
        this.serviceFailures = new ServiceFailures(clock, isAws);
    }

    @Override
    public Problem problem(String call, Throwable thrown) {
        var cause = unwrap(thrown);
        return switch (cause) {
            case ProblemException known -> known.problem();
            case VetoedException veto ->
                of(Kind.VETOED, veto.veto().call(), "Vetoed", veto.veto().reason());
            case PermitTimeoutException held -> of(Kind.THROTTLED, held.api(), name(held), text(held));
            case AwsServiceException service -> serviceFailures.problem(call, service);
            case SdkServiceException service ->
                of(service.statusCode() >= 500 ? Kind.SERVICE : Kind.MALFORMED, call, name(service), text(service));
            case ApiCallTimeoutException timeout -> of(Kind.TIMEOUT, call, name(timeout), text(timeout));
            case ApiCallAttemptTimeoutException timeout -> of(Kind.TIMEOUT, call, name(timeout), text(timeout));
            case AbortedException aborted -> of(Kind.CANCELLED, call, name(aborted), text(aborted));
            case InterruptedException interrupted -> of(Kind.CANCELLED, call, name(interrupted), "cancelled");
            case CancellationException cancelled -> of(Kind.CANCELLED, call, name(cancelled), "cancelled");
            case TimeoutException timeout -> of(Kind.TIMEOUT, call, name(timeout), text(timeout));
            default -> unanswered(call, cause);
        };
    }

    /** No answer of AWS: the reason is somewhere down the chain of causes. */
    private Problem unanswered(String call, Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ProblemException known) {
                return known.problem(); // thrown by a credentials provider, wrapped by the SDK
            }
            if (each instanceof AwsServiceException service) {
                return serviceFailures.problem(call, service);
            }
            if (each instanceof RejectedExecutionException) { // what ends slow calls is shut down with the connection
                return of(Kind.CANCELLED, call, name(each), "this connection is closed");
            }
            var kind = TransportFailures.kind(each);
            if (kind.isPresent()) {
                return of(kind.get(), call, name(each), TransportFailures.message(each));
            }
            if (each instanceof InterruptedException
                    || (each instanceof InterruptedIOException && !(each instanceof SocketTimeoutException))) {
                return of(Kind.CANCELLED, call, name(each), "cancelled");
            }
        }
        if (thrown instanceof SdkException && TransportFailures.isUnreadable(thrown)) {
            return of(Kind.MALFORMED, call, name(thrown), text(thrown));
        }
        if (thrown instanceof SdkException && text(thrown).contains("credentials")) {
            return of(Kind.NO_CREDENTIALS, call, name(thrown), text(thrown));
        }
        return of(Kind.FAULT, call, name(thrown), text(thrown));
    }

    private Problem of(Kind kind, String call, String code, String message) {
        return new Problem(kind, call, code, Redaction.of(message), null, null, clock.instant());
    }

    private static Throwable unwrap(Throwable thrown) {
        var each = thrown;
        while (each instanceof CompletionException || each instanceof ExecutionException) {
            var cause = each.getCause();
            if (cause == null) {
                return each;
            }
            each = cause;
        }
        return each;
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }

    private static String text(Throwable thrown) {
        var message = thrown.getMessage();
        return message == null ? name(thrown) : message;
    }
}
