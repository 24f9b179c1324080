package io.atalaya.deployment.address;

import java.util.Locale;
import java.util.Optional;

/**
 * A protocol over IP.
 *
 * @param number IANA's, 0 to 255
 */
public record Protocol(int number) {
    public static final Protocol ICMP = new Protocol(1);
    public static final Protocol TCP = new Protocol(6);
    public static final Protocol UDP = new Protocol(17);
    public static final Protocol ICMPV6 = new Protocol(58);

    public Protocol {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("no protocol: " + number);
        }
    }

    /** {@code tcp udp icmp icmpv6} or a number, as AWS writes it; empty for {@code -1} and for what is none. */
    public static Optional<Protocol> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "tcp" -> Optional.of(TCP);
            case "udp" -> Optional.of(UDP);
            case "icmp" -> Optional.of(ICMP);
            case "icmpv6" -> Optional.of(ICMPV6);
            default ->
                text.length() <= 3 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')
                        ? Optional.of(Integer.parseInt(text))
                                .filter(number -> number <= 255)
                                .map(Protocol::new)
                        : Optional.empty();
        };
    }

    /** Whether a rule written for this protocol holds for it: {@code -1} holds for all. */
    public boolean named(String rule) {
        return rule.equals("-1")
                || rule.equalsIgnoreCase("all")
                || parse(rule).filter(this::equals).isPresent();
    }

    /** Whether it has ports, and its client one that the answer comes back to. */
    public boolean hasPorts() {
        return equals(TCP) || equals(UDP);
    }

    public boolean isIcmp() {
        return equals(ICMP) || equals(ICMPV6);
    }

    /** Whether it can run over this family: each of the two ICMPs belongs to one. */
    public boolean fits(boolean six) {
        return equals(ICMP) ? !six : !equals(ICMPV6) || six;
    }

    /** Everything that can be asked of it. */
    public Ports everything() {
        return hasPorts() || isIcmp() ? Ports.ALL : Ports.of(0);
    }

    /** The messages of this type and code; -1 stands for all. */
    public static Ports icmp(int type, int code) {
        if (type < 0) {
            return Ports.ALL;
        }
        return code < 0 ? Ports.range(type * 256, type * 256 + 255) : Ports.of(type * 256 + code);
    }

    /** As AWS writes it: {@code tcp}, {@code 47}. */
    public String awsName() {
        return switch (number) {
            case 1 -> "icmp";
            case 6 -> "tcp";
            case 17 -> "udp";
            case 58 -> "icmpv6";
            default -> Integer.toString(number);
        };
    }
}
