package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.route.AwsService;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a caller may call at all: key known, session token its own, not expired, clock right.
 *
 * <p>The signature itself is not computed again: the server never holds secret keys, and who reaches 127.0.0.1 can read the
 * sandbox's key anyway. A wrong secret therefore goes unnoticed here.
 */
final class Authentication {
    /** How far AWS lets a request's date lie from its own. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Set<String> UNSIGNED_STS = Set.of("AssumeRoleWithWebIdentity", "AssumeRoleWithSAML");
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final AccessKeys keys;
    private final Clock wall;

    Authentication(AccessKeys keys, Clock wall) {
        this.keys = keys;
        this.wall = wall;
    }

    /**
     * The caller's ARN; empty for operations that are called without a signature.
     *
     * @throws WireFault in the service's own words when the caller is turned away
     */
    String principal(Arrival arrival) {
        AwsService service = arrival.service();
        if (!service.isSigned() || service == AwsService.STS && UNSIGNED_STS.contains(arrival.operation())) {
            return "";
        }
        if (arrival.scope() == null) {
            throw ServiceFaults.unsigned(service);
        }
        checkClock(arrival.request(), service);
        return switch (keys.check(arrival.accessKeyId(), arrival.request().header("x-amz-security-token"))) {
            case AccessKeys.Known known -> known.principalArn();
            case AccessKeys.Expired expired -> throw ServiceFaults.expiredKey(service);
            case AccessKeys.Unknown unknown -> throw ServiceFaults.unknownKey(service);
        };
    }

    private void checkClock(IncomingRequest request, AwsService service) {
        Instant now = wall.instant();
        Instant date = date(request).orElseThrow(() -> ServiceFaults.unsigned(service));
        if (date.isBefore(now.minus(TOLERANCE))) {
            throw ServiceFaults.skewed(
                    service,
                    "Signature expired: " + BASIC.format(date) + " is now earlier than "
                            + BASIC.format(now.minus(TOLERANCE)) + " (" + BASIC.format(now) + " - 5 min.)");
        }
        if (date.isAfter(now.plus(TOLERANCE))) {
            throw ServiceFaults.skewed(
                    service,
                    "Signature not yet current: " + BASIC.format(date) + " is still later than "
                            + BASIC.format(now.plus(TOLERANCE)) + " (" + BASIC.format(now) + " + 5 min.)");
        }
    }

    private static Optional<Instant> date(IncomingRequest request) {
        try {
            return request.header("x-amz-date").map(text -> Instant.from(BASIC.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
