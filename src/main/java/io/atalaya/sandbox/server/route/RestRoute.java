package io.atalaya.sandbox.server.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of a REST service.
 *
 * @param method the HTTP method
 * @param template the path with its variables, e.g. {@code /2013-04-01/hostedzone/{Id}/rrset}; no slash at its end
 * @param operation the wire name
 */
public record RestRoute(String method, String template, String operation) {
    /**
     * The variables' values, unescaped, if the request is for this operation. Escapes are undone after matching, so that an
     * escaped slash stays within its segment; one slash at the end is forgiven, for Route 53 writes both {@code /rrset} and
     * {@code /rrset/}.
     *
     * @param rawPath the path as it came, escaped
     */
    public Optional<Map<String, String>> match(String requestMethod, String rawPath) {
        if (!method.equals(requestMethod)) {
            return Optional.empty();
        }
        List<String> expected = List.of(template.split("/", -1));
        String path =
                rawPath.length() > 1 && rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
        List<String> found = List.of(path.split("/", -1));
        if (expected.size() != found.size()) {
            return Optional.empty();
        }
        var variables = new LinkedHashMap<String, String>();
        for (int i = 0; i < expected.size(); i++) {
            String segment = expected.get(i);
            if (segment.startsWith("{")) {
                // URLDecoder is for forms, where a plus is a space; in a path it is a plus.
                String value = URLDecoder.decode(found.get(i).replace("+", "%2B"), StandardCharsets.UTF_8);
                variables.put(segment.substring(1, segment.length() - 1), value);
            } else if (!segment.equals(found.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
