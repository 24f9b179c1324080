package io.atalaya.deployment.topology;

import java.util.Optional;

/** An IPv4 block; IPv6 is not decided here. */
public record Cidr(int network, int mask) {
    /** Empty for what is no IPv4 block. */
    public static Optional<Cidr> parse(String text) {
        var slash = text.indexOf('/');
        var address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var bits = slash < 0 ? 32 : number(text.substring(slash + 1), 32);
        if (bits < 0) {
            return Optional.empty();
        }
        var mask = bits == 0 ? 0 : -1 << (32 - bits);
        return Optional.of(new Cidr(address.get() & mask, mask));
    }

    /** The 32 bits of a dotted address; empty for anything else. */
    public static Optional<Integer> address(String text) {
        var fields = text.split("\\.", -1);
        if (fields.length != 4) {
            return Optional.empty();
        }
        var bits = 0;
        for (var field : fields) {
            var value = number(field, 255);
            if (value < 0) {
                return Optional.empty();
            }
            bits = bits << 8 | value;
        }
        return Optional.of(bits);
    }

    private static int number(String digits, int most) {
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        var value = Integer.parseInt(digits);
        return value > most ? -1 : value;
    }

    public boolean contains(int address) {
        return (address & mask) == network;
    }
}
