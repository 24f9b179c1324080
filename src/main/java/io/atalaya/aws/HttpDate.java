package io.atalaya.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The time of the other side. */
final class HttpDate {
    private HttpDate() {}

    /** The Date header, in whole seconds; empty when there is none that can be read. */
    static Optional<Instant> read(SdkHttpResponse response) {
        return response.firstMatchingHeader("Date").flatMap(HttpDate::parse);
    }

    private static Optional<Instant> parse(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // a header nobody vouches for; the call itself is fine
        }
    }
}
