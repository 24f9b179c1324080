package io.atalaya.sandbox.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import io.atalaya.sandbox.server.tail.LiveTailSession;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between the JDK's HTTP server and the dispatcher: reads bodies within a limit, refuses strangers, writes answers. */
final class ExchangeHandler implements HttpHandler {
    /** More than any request of the operations at hand; DescribeInstances with 1,000 ids has 40 KB. */
    static final int LARGEST_BODY = 4 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeHandler.class);

    private final CallDispatcher dispatcher;

    ExchangeHandler(CallDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean whole = true;
        try {
            whole = answered(exchange);
        } finally {
            if (whole) {
                // Closing without an answer closes the connection, which is what a dropped call must look like.
                exchange.close();
            }
        }
        if (!whole) {
            // The JDK's server closes the connection of a handler that failed, and leaves the body unfinished.
            throw new IOException("cut on purpose");
        }
    }

    /** @return false when the connection is to be cut in the middle of a body */
    private boolean answered(HttpExchange exchange) throws IOException {
        try {
            if (!isLoopbackName(exchange.getRequestHeaders().getFirst("Host"))) {
                send(exchange, OutgoingResponse.text(421, "text/plain", "This host is not served here."));
                return true;
            }
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                send(exchange, OutgoingResponse.text(413, "text/plain", "Request body too large."));
                return true;
            }
            return deliver(exchange, outcome(exchange, body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Outcome outcome(HttpExchange exchange, byte[] body) throws InterruptedException {
        IncomingRequest request;
        try {
            request = incoming(exchange, body);
        } catch (IllegalArgumentException e) {
            LOG.debug("a request is malformed", e);
            return new Outcome.Answer(OutgoingResponse.text(400, "text/plain", "Bad request."));
        }
        return dispatcher.dispatch(request);
    }

    /** A page in a browser may make its own name point to 127.0.0.1; such requests carry that name. */
    private static boolean isLoopbackName(String host) {
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d+$", "");
        return name.equals("127.0.0.1") || name.equals("localhost") || name.endsWith(".localhost");
    }

    private static IncomingRequest incoming(HttpExchange exchange, byte[] body) {
        URI uri = exchange.getRequestURI();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        return new IncomingRequest(
                exchange.getRequestMethod(),
                Objects.requireNonNullElse(uri.getRawPath(), "/"),
                Objects.requireNonNullElse(uri.getRawQuery(), ""),
                headers,
                body);
    }

    private boolean deliver(HttpExchange exchange, Outcome outcome) throws IOException, InterruptedException {
        switch (outcome) {
            case Outcome.Answer answer -> send(exchange, answer.response());
            case Outcome.Cut cut -> cut(exchange, cut.response());
            case Outcome.Drop drop -> LOG.debug("dropped on purpose");
            case Outcome.Stream stream -> {
                LiveTailSession session = stream.session();
                exchange.getResponseHeaders().set("Content-Type", LiveTailSession.CONTENT_TYPE);
                exchange.getResponseHeaders().set("x-amzn-RequestId", session.requestId());
                exchange.sendResponseHeaders(200, 0);
                return session.run(exchange.getResponseBody(), stream.end());
            }
        }
        return true;
    }

    private static void send(HttpExchange exchange, OutgoingResponse response) throws IOException {
        byte[] body = response.body();
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), body.length == 0 || head ? -1 : body.length);
        if (body.length > 0 && !head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void cut(HttpExchange exchange, OutgoingResponse response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), response.body().length);
        exchange.getResponseBody().write(response.cutOff().body());
        exchange.getResponseBody().flush();
    }
}
