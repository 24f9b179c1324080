package io.atalaya.aws;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;

/** Reads the errors that AWS, or something that speaks like it, answered. */
final class ServiceFailures {
    /** AWS refuses a signature that is five minutes off. */
    private static final Duration SKEW_THAT_HURTS = Duration.ofMinutes(4).plusSeconds(30);

    private static final Pattern NOT_AUTHORIZED =
            Pattern.compile("not authorized to perform:? (?:the )?\\[?([A-Za-z0-9-]+:[A-Za-z0-9]+)");

    private final InstantSource clock;
    private final boolean isAws;

    ServiceFailures(InstantSource clock, boolean isAws) {
        this.clock = clock;
        this.isAws = isAws;
    }

    Problem problem(String call, AwsServiceException failure) {
        var details = failure.awsErrorDetails();
        var code = details == null || details.errorCode() == null ? "" : details.errorCode();
        var kind = kind(failure, details, code);
        var message = message(failure, details);
        if (kind == Kind.CLOCK_SKEW) {
            message = withDifference(message, details);
        }
        var missing = kind == Kind.DENIED ? missingAction(call, message) : null;
        return new Problem(
                kind,
                call,
                code.isEmpty() ? "HTTP " + failure.statusCode() : code,
                Redaction.of(message),
                failure.requestId(),
                missing,
                clock.instant());
    }

    private Kind kind(AwsServiceException failure, @Nullable AwsErrorDetails details, String code) {
        var status = failure.statusCode();
        if (ErrorCodes.isThrottling(failure)) {
            return Kind.THROTTLED;
        }
        if (isNotOffered(status, details, code)) {
            return Kind.NOT_OFFERED;
        }
        var named = ErrorCodes.kind(code);
        if (named.isPresent()) {
            return mayBeTheClock(code) && clockIsWrong(failure, details) ? Kind.CLOCK_SKEW : named.get();
        }
        if (status >= 500) {
            return Kind.SERVICE;
        }
        if (code.isEmpty()) {
            return switch (status) {
                case 401, 403 -> Kind.DENIED;
                case 404 -> Kind.NOT_FOUND;
                case 429 -> Kind.THROTTLED;
                case 200 -> Kind.MALFORMED;
                default -> Kind.INVALID_REQUEST;
            };
        }
        return status == 404 ? Kind.NOT_FOUND : Kind.INVALID_REQUEST;
    }

    private boolean isNotOffered(int status, @Nullable AwsErrorDetails details, String code) {
        if (isAws) {
            // A region that lacks the operation; AWS's UnsupportedOperation is about the resource.
            return code.equals("InvalidAction") || code.startsWith("UnknownOperation");
        }
        if (status == 501 || status == 405 || (ErrorCodes.saysUnknownOperation(code) && status != 500)) {
            return true;
        }
        var strange = code.isEmpty() || isHtml(details);
        return strange && (status == 404 || status == 400 || (status == 500 && isHtml(details)));
    }

    private static boolean isHtml(@Nullable AwsErrorDetails details) {
        if (details == null) {
            return false;
        }
        var response = details.sdkHttpResponse();
        if (response != null
                && response.firstMatchingHeader("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                        .isPresent()) {
            return true;
        }
        var start = Optional.ofNullable(details.rawResponse())
                .map(SdkBytes::asByteArray)
                .map(bytes -> new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8))
                .orElse("")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    /** Codes that AWS also uses when the signature's time is off; an unknown key is an unknown key at any time. */
    private static boolean mayBeTheClock(String code) {
        return switch (code) {
            case "SignatureDoesNotMatch", "InvalidSignatureException", "AuthFailure", "RequestExpired" -> true;
            default -> false;
        };
    }

    private boolean clockIsWrong(AwsServiceException failure, @Nullable AwsErrorDetails details) {
        var message = message(failure, details);
        return message.contains("Signature expired")
                || message.contains("Signature not yet current")
                || difference(details)
                        .filter(off -> off.abs().compareTo(SKEW_THAT_HURTS) > 0)
                        .isPresent();
    }

    private Optional<Duration> difference(@Nullable AwsErrorDetails details) {
        if (details == null || details.sdkHttpResponse() == null) {
            return Optional.empty();
        }
        return HttpDate.read(details.sdkHttpResponse()).map(theirs -> Duration.between(clock.instant(), theirs));
    }

    private String withDifference(String message, @Nullable AwsErrorDetails details) {
        var said = difference(details)
                .map(off -> "this computer's clock is " + words(off.abs())
                        + (off.isNegative() ? " ahead of" : " behind") + " AWS's")
                .orElse("this computer's clock differs from AWS's");
        return said + "; set it by NTP, then try again. AWS said: " + message;
    }

    private static String words(Duration duration) {
        var seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 7200
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    private static String message(AwsServiceException failure, @Nullable AwsErrorDetails details) {
        if (details != null
                && details.errorMessage() != null
                && !details.errorMessage().isBlank()) {
            return details.errorMessage();
        }
        return "HTTP " + failure.statusCode() + " without a message";
    }

    /** The action a denial names; AWS's encoded denials name none, then it is the call itself. */
    private static @Nullable String missingAction(String call, String message) {
        var matcher = NOT_AUTHORIZED.matcher(message);
        if (matcher.find()) {
            return matcher.group(1);
        }
        return call.contains(":") ? call : null;
    }
}
