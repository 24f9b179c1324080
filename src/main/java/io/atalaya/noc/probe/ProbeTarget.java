package io.atalaya.noc.probe;

import io.atalaya.deployment.ProbeResult;
import io.atalaya.deployment.ResourceRef;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing to ask: a port, or a page.
 *
 * @param port 1 to 65535
 * @param path with its query, begins with a slash, printable ASCII; empty for TCP
 * @param about the resource that answers there; null where none is known to
 */
public record ProbeTarget(
        ProbeResult.Kind kind,
        Host host,
        int port,
        String path,
        @Nullable ResourceRef about) {
    private static final int LONGEST_PATH = 2000;
    private static final Pattern URL = Pattern.compile(
            "(?:(https?|tcp)://)?(\\[[^\\]/?#@]+\\]|[^:/?#@\\[\\]]+)(?::(\\d{1,5}))?(/[^#]*)?",
            Pattern.CASE_INSENSITIVE);

    public ProbeTarget {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no port: " + port);
        }
        if (!path.chars().allMatch(c -> c > ' ' && c < 127) || path.length() > LONGEST_PATH) {
            throw new IllegalArgumentException("no path: " + path.length() + " characters");
        }
    }

    /**
     * Reads what somebody configured: a host, {@code host:port}, or a URL without user and fragment. Empty for what is none, or
     * is a URL of another kind.
     *
     * @param port where the text names none; 0 for the usual one of the kind
     */
    public static Optional<ProbeTarget> parse(String text, ProbeResult.Kind kind, int port) {
        var found = URL.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var scheme = found.group(1);
        if (scheme != null && !scheme.toUpperCase(Locale.ROOT).equals(kind.name())) {
            return Optional.empty();
        }
        // a port that is written is that port, also where it is none
        var own = found.group(3) == null ? port == 0 ? usual(kind) : port : Integer.parseInt(found.group(3));
        var path = found.group(4) == null ? "/" : found.group(4);
        return Host.of(found.group(2)).flatMap(host -> of(kind, host, own, path, null));
    }

    /** Empty where no request could be made of it. */
    static Optional<ProbeTarget> of(
            ProbeResult.Kind kind, Host host, int port, String path, @Nullable ResourceRef about) {
        try {
            return Optional.of(new ProbeTarget(kind, host, port, kind == ProbeResult.Kind.TCP ? "" : path, about));
        } catch (IllegalArgumentException notToBeAsked) {
            return Optional.empty();
        }
    }

    private static int usual(ProbeResult.Kind kind) {
        return kind == ProbeResult.Kind.HTTP ? 80 : 443;
    }

    /** As results name it: {@code https://itsm.example.com/saude}, {@code tcp://10.0.1.4:22}. */
    public String url() {
        var scheme = kind.name().toLowerCase(Locale.ROOT);
        var at = kind == ProbeResult.Kind.TCP || port != usual(kind) ? ":" + port : "";
        return scheme + "://" + host.inUrl() + at + path;
    }
}
