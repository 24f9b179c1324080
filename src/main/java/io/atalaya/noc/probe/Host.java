package io.atalaya.noc.probe;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host as it is compared and asked: a name in lower case and ASCII without the final dot, or an address in its one spelling.
 * Whatever a resolver would take for an address without being written as one ({@code 127.1}, {@code 0x7f000001}) is no host.
 *
 * @param name for DNS, SNI and the Host field; an address of IPv6 without brackets
 * @param address null for a name
 */
public record Host(String name, @Nullable InetAddress address) {
    private static final int LONGEST_NAME = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final Pattern QUAD =
            Pattern.compile("(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

    /** Empty for what is neither a name nor an address; brackets around IPv6 may be there. */
    public static Optional<Host> of(String text) {
        var bare = text.length() > 2 && text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1)
                : text;
        var lower = bare.toLowerCase(Locale.ROOT);
        if (IPV6.matcher(lower).matches() || QUAD.matcher(lower).matches()) {
            return literal(lower);
        }
        return bare.equals(text) ? name(text) : Optional.empty();
    }

    private static Optional<Host> literal(String text) {
        if (QUAD.matcher(text).matches()) {
            for (var part : text.split("\\.", -1)) {
                if (Integer.parseInt(part) > 255) {
                    return Optional.empty();
                }
            }
        }
        try {
            // a literal by its letters: no name server is asked
            var address = InetAddress.ofLiteral(text);
            return Optional.of(new Host(address.getHostAddress(), address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Host> name(String text) {
        String ascii;
        try {
            ascii = IDN.toASCII(text.strip()).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        var name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        var labels = name.split("\\.", -1);
        for (var label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return Optional.empty();
            }
        }
        return NUMBER.matcher(labels[labels.length - 1]).matches()
                ? Optional.empty()
                : Optional.of(new Host(name, null));
    }

    /** As it stands in a URL. */
    String inUrl() {
        return name.indexOf(':') < 0 ? name : '[' + name + ']';
    }

    /** The address of one that is none but an address. */
    Optional<InetAddress> literal() {
        return Optional.ofNullable(address);
    }

    static Host of(InetAddress address) throws UnknownHostException {
        var bare = InetAddress.getByAddress(address.getAddress());
        return new Host(bare.getHostAddress(), bare);
    }

    @Override
    public String toString() {
        return name;
    }
}
