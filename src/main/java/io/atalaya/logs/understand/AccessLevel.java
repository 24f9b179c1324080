package io.atalaya.logs.understand;

/**
 * The class of an HTTP status in access logs: common and combined format (Apache, nginx, Tomcat), those of AWS's balancers, IIS, and
 * short ones of the form {@code GET /path 200 1.2 ms}. The server's fault (5xx) is an error, the client's (4xx) a warning.
 */
final class AccessLevel {
    /** How far a request line may reach. */
    private static final int MOST = 8 * 1024;

    private static final String[] METHODS = {"GET ", "POST ", "PUT ", "HEAD ", "DELETE ", "OPTIONS ", "PATCH "};
    private static final String[] SCHEMES = {"http ", "https ", "h2 ", "ws ", "wss ", "grpc ", "grpcs "};

    private final byte[] text;
    private final int from;
    private final int end;

    AccessLevel(byte[] text, int from, int end) {
        this.text = text;
        this.from = from;
        this.end = Chars.lineEnd(text, from, Math.min(end, from + MOST));
    }

    Reading read() {
        byte first = text[from];
        if (method(from)) {
            return brief();
        }
        if (first == 'h' || first == 'w' || first == 'g') {
            for (String scheme : SCHEMES) {
                if (Chars.starts(text, from, end, scheme)) {
                    return balancer(from + scheme.length(), 7);
                }
            }
        }
        if (Chars.digit(first)) {
            var found = Chars.starts(text, Math.min(end, from + 10), end, "T") ? balancer(from, 7) : iis();
            if (found != Readings.UNKNOWN) {
                return found;
            }
        }
        return quoted();
    }

    private boolean method(int at) {
        for (String method : METHODS) {
            if (Chars.starts(text, at, end, method)) {
                return true;
            }
        }
        return false;
    }

    /** {@code ... [time] "request" 200 ...} */
    private Reading quoted() {
        int quote = Chars.find(text, from, Math.min(end, from + 1024), '"');
        if (quote >= end || text[quote] != '"') {
            return Readings.UNKNOWN;
        }
        int closing = quote + 1;
        while (closing < end && text[closing] != '"') {
            closing += text[closing] == '\\' ? 2 : 1;
        }
        if (closing + 2 > end || !dated(quote) && !protocol(closing)) {
            return Readings.UNKNOWN;
        }
        return closing + 2 < end && text[closing + 1] == ' '
                ? Readings.ofStatus(Chars.status(text, closing + 2, end))
                : Readings.UNKNOWN;
    }

    private boolean dated(int quote) {
        return quote - from > 20 && text[quote - 1] == ' ' && text[quote - 2] == ']';
    }

    private boolean protocol(int closing) {
        return closing - from > 12
                && (Chars.starts(text, closing - 8, end, "HTTP/") || Chars.starts(text, closing - 6, end, "HTTP/"));
    }

    /** {@code time name client target 0.1 0.2 0.3 status ...}, of Application (behind its scheme) and Classic Load Balancers. */
    private Reading balancer(int at, int index) {
        int i = at;
        for (int field = 0; field < index; field++) {
            int to = Chars.find(text, i, end, ' ');
            boolean fits =
                    switch (field) {
                        case 0 -> Times.time(text, i, to) && text[to - 1] == 'Z';
                        case 4, 5, 6 -> seconds(i, to);
                        default -> to > i;
                    };
            if (!fits || to >= end) {
                return Readings.UNKNOWN;
            }
            i = to + 1;
        }
        return Readings.ofStatus(Chars.status(text, i, end));
    }

    private boolean seconds(int at, int to) {
        for (int i = at; i < to; i++) {
            if (!Chars.digit(text[i]) && text[i] != '.' && text[i] != '-') {
                return false;
            }
        }
        return to > at;
    }

    /** IIS, with the fields it writes unless told otherwise: date time server method ... status (the twelfth). */
    private Reading iis() {
        int i = from;
        for (int field = 0; field < 11; field++) {
            int to = Chars.find(text, i, end, ' ');
            if (to >= end || field < 2 && !Times.time(text, i, to) || field == 3 && !method(i)) {
                return Readings.UNKNOWN;
            }
            i = to + 1;
        }
        return Readings.ofStatus(Chars.status(text, i, end));
    }

    /** {@code GET /path 200 12.3 ms}. */
    private Reading brief() {
        int path = Chars.find(text, from, end, ' ') + 1;
        int status = Chars.find(text, path, end, ' ') + 1;
        if (path >= end || text[path] != '/' || status >= end || status + 4 >= end || !Chars.digit(text[status + 4])) {
            return Readings.UNKNOWN;
        }
        int unit = Chars.find(text, status + 4, end, ' ') + 1;
        return Chars.starts(text, unit, end, "ms")
                ? Readings.ofStatus(Chars.status(text, status, end))
                : Readings.UNKNOWN;
    }
}
