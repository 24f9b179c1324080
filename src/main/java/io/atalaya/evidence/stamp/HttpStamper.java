package io.atalaya.evidence.stamp;

import io.atalaya.evidence.capsule.Sha256;
import io.atalaya.evidence.capsule.Stamper;
import io.atalaya.evidence.capsule.Stamping;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Asks an authority over HTTP. It learns a hash, and nothing of what was stamped. */
public final class HttpStamper implements Stamper {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;

    private final URI authority;
    private final SecureRandom random = new SecureRandom();

    public HttpStamper(URI authority) {
        this.authority = authority;
    }

    @Override
    public String authority() {
        return authority.toString();
    }

    @Override
    public byte[] stamp(byte[] bytes) throws IOException {
        try {
            var asking = new TimeStampRequestGenerator();
            asking.setCertReq(true);
            var request = asking.generate(
                    TSPAlgorithms.SHA256, HexFormat.of().parseHex(Sha256.of(bytes)), new BigInteger(64, random));
            var answer = send(request);
            var response = new TimeStampResponse(answer);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new IOException("refused: " + response.getStatusString());
            }
            var stamp = new StampCheck(List.of()).check(new Stamping(authority(), true, null), bytes, answer);
            if (stamp.state() == Stamp.State.BAD) {
                throw new IOException(stamp.detail());
            }
            return answer;
        } catch (TSPException | RuntimeException noStamp) {
            throw new IOException(String.valueOf(noStamp.getMessage()), noStamp);
        }
    }

    private byte[] send(TimeStampRequest request) throws IOException {
        try (var client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            var post = HttpRequest.newBuilder(authority)
                    .header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                    .build();
            var answering = client.sendAsync(
                    post, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
            try {
                // the request's own time-out ends with the headers
                var response = answering.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (response.statusCode() != 200) {
                    throw new IOException("HTTP " + response.statusCode());
                }
                return response.body();
            } finally {
                client.shutdownNow();
            }
        } catch (ExecutionException | TimeoutException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(cause.getClass().getSimpleName(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
