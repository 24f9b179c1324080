package io.atalaya.sandbox.server.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire, its body read to the end.
 *
 * <p>The path is kept escaped: Route 53 and EFS put identifiers into path segments, and an escaped slash inside one must not
 * split it.
 */
public final class IncomingRequest {
    private final String method;
    private final String rawPath;
    private final Map<String, String> headers;
    private final Map<String, List<String>> parameters;
    private final byte[] body;

    /**
     * @param rawPath the path with its percent escapes
     * @param rawQuery the query string with its escapes, empty when there is none
     * @param headers one value for each name; names in any case
     * @param body the whole body; not copied
     */
    public IncomingRequest(String method, String rawPath, String rawQuery, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.rawPath = rawPath;
        var lower = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        this.headers = Map.copyOf(lower);
        this.body = body;
        var all = new LinkedHashMap<>(FormParameters.parse(rawQuery));
        if (header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            all.putAll(FormParameters.parse(new String(body, StandardCharsets.UTF_8)));
        }
        this.parameters = Map.copyOf(all);
    }

    public String method() {
        return method;
    }

    public String rawPath() {
        return rawPath;
    }

    /** A header by its name in lower case. */
    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** All headers, names in lower case. */
    public Map<String, String> headers() {
        return headers;
    }

    /** One parameter of the query string or of the form in the body, unescaped; of several the last. */
    public Optional<String> parameter(String name) {
        List<String> values = parameterValues(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    /** All values of a parameter, unescaped, in their order. */
    public List<String> parameterValues(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Every parameter with its last value. */
    public Map<String, String> parameters() {
        var last = new HashMap<String, String>();
        parameters.forEach((name, values) -> last.put(name, values.getLast()));
        return last;
    }

    /** The body itself, not a copy: it may be large and nobody writes to it. */
    public byte[] body() {
        return body;
    }
}
