package io.atalaya.aws;

import io.atalaya.evidence.capture.RawAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;

/** Reads an answer whole, gives it to whoever records, and hands the same bytes on. */
final class AnswerTap {
    /** Who reads these could act as somebody. */
    private static final Set<String> SECRET_HEADERS = Set.of("set-cookie", "authorization", "x-amz-security-token");

    private AnswerTap() {}

    static Optional<InputStream> read(
            Context.ModifyHttpResponse context,
            ExecutionAttributes attributes,
            Instant sentAt,
            Duration took,
            Consumer<RawAnswer> recording) {
        var body = new ByteArrayOutputStream();
        if (context.responseBody().isPresent()) {
            try (var content = context.responseBody().get()) {
                content.transferTo(body);
            } catch (IOException brokenOff) {
                // not recorded: whoever unmarshals finds it broken off at the same place, and the call fails
                return Optional.of(new SequenceInputStream(
                        new ByteArrayInputStream(body.toByteArray()), new BrokenOff(brokenOff)));
            }
        }
        var request = context.httpRequest();
        var response = context.httpResponse();
        recording.accept(new RawAnswer(
                IamNames.of(attributes),
                RequestParameters.of(context.request()),
                request.protocol() + "://" + request.host() + ":" + request.port() + request.encodedPath(),
                sentAt,
                took,
                HttpDate.read(response).orElse(null),
                CallRecorder.requestId(response).orElse(null),
                response.statusCode(),
                headers(response.headers()),
                body.toByteArray()));
        return context.responseBody().isPresent()
                ? Optional.of(new ByteArrayInputStream(body.toByteArray()))
                : Optional.empty();
    }

    private static Map<String, String> headers(Map<String, java.util.List<String>> all) {
        var kept = new TreeMap<String, String>();
        all.forEach((name, values) -> {
            if (!SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                kept.put(name, String.join(", ", values));
            }
        });
        return kept;
    }

    /** Where a connection ended too early. */
    private static final class BrokenOff extends InputStream {
        private final IOException why;

        BrokenOff(IOException why) {
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            throw why;
        }
    }
}
