package io.atalaya.app;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.ui.LayoutMemory;
import java.net.URI;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which windows besides the first were open, and with what, so that they come back after a restart: names of profiles and
 * places, nothing that opens anything.
 */
record OpenWindows(LayoutMemory memory) {
    /** More are not brought back. */
    static final int MOST = 9;

    private static final String SEPARATOR = "\n";

    /** What each further window was connected to, by its number. */
    SortedMap<Integer, ConnectRequest> remembered() {
        var found = new TreeMap<Integer, ConnectRequest>();
        for (var number = 2; number <= MOST; number++) {
            var place = number;
            memory.get(key(number)).flatMap(OpenWindows::parse).ifPresent(request -> found.put(place, request));
        }
        return found;
    }

    void connected(int number, ConnectRequest request) {
        if (number > 1) {
            memory.put(key(number), text(request));
        }
    }

    void closed(int number) {
        if (number > 1 && memory.get(key(number)).isPresent()) {
            memory.put(key(number), "");
        }
    }

    private static String key(int number) {
        return "windows." + number + ".connection";
    }

    static String text(ConnectRequest request) {
        return String.join(
                SEPARATOR,
                orEmpty(request.profile()),
                orEmpty(request.region()),
                orEmpty(request.endpointUrl()),
                orEmpty(request.sandbox()));
    }

    /** Empty for what nobody wrote like this. */
    static Optional<ConnectRequest> parse(String text) {
        var fields = text.split(SEPARATOR, -1);
        if (fields.length != 4) {
            return Optional.empty();
        }
        try {
            var endpoint = orNull(fields[2]);
            return Optional.of(new ConnectRequest(
                    orNull(fields[0]),
                    orNull(fields[1]),
                    endpoint == null ? null : URI.create(endpoint),
                    orNull(fields[3])));
        } catch (IllegalArgumentException edited) {
            return Optional.empty();
        }
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }
}
