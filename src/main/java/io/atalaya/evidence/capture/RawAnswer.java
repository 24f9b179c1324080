package io.atalaya.evidence.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One answer as it was received, and what was asked.
 *
 * @param call as IAM names it, {@code ec2:DescribeInstances}
 * @param parameters of the request by AWS's names: texts, numbers, booleans, lists and maps of these
 * @param endpoint scheme, host and path, without a query
 * @param sentAt by this computer's clock
 * @param took to the headers of the answer
 * @param date what AWS's clock said; null where it did not
 * @param requestId AWS's; null where it gave none
 * @param status of HTTP
 * @param headers of the answer, without those that carry secrets
 * @param body byte for byte
 */
public record RawAnswer(
        String call,
        Map<String, Object> parameters,
        String endpoint,
        Instant sentAt,
        Duration took,
        @Nullable Instant date,
        @Nullable String requestId,
        int status,
        Map<String, String> headers,
        byte[] body) {
    public RawAnswer {
        parameters = new TreeMap<>(parameters);
        headers = new TreeMap<>(headers);
    }
}
