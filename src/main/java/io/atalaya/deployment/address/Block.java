package io.atalaya.deployment.address;

import java.util.Optional;

/**
 * Addresses that begin with the same bits.
 *
 * @param first its first address: all other bits are zero
 * @param bits how many bits are the same: 0 for everything of the family
 */
public record Block(Ip first, int bits) {
    public static final Block ALL_FOUR = new Block(Ip.four(0), 0);
    public static final Block ALL_SIX = new Block(new Ip(true, 0, 0), 0);

    public Block {
        first = masked(first, bits);
    }

    /** {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one address; bits behind the mask do not count. Empty for anything else. */
    public static Optional<Block> parse(String text) {
        var slash = text.indexOf('/');
        var address = Ip.parse(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var most = address.get().bits();
        if (slash < 0) {
            return Optional.of(new Block(address.get(), most));
        }
        var digits = text.substring(slash + 1);
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        var bits = Integer.parseInt(digits);
        return bits > most ? Optional.empty() : Optional.of(new Block(address.get(), bits));
    }

    public static Block of(Ip address) {
        return new Block(address, address.bits());
    }

    public boolean six() {
        return first.six();
    }

    public Ip last() {
        var free = first.bits() - bits;
        if (!first.six()) {
            return Ip.four(first.low() | lower(free));
        }
        return new Ip(
                true,
                free > 64 ? first.high() | lower(free - 64) : first.high(),
                first.low() | lower(Math.min(free, 64)));
    }

    public boolean contains(Ip address) {
        return address.six() == six() && masked(address, bits).equals(first);
    }

    private static Ip masked(Ip address, int bits) {
        var free = address.bits() - bits;
        if (!address.six()) {
            return Ip.four(address.low() & ~lower(free));
        }
        return new Ip(
                true,
                free > 64 ? address.high() & ~lower(free - 64) : address.high(),
                address.low() & ~lower(Math.min(free, 64)));
    }

    private static long lower(int count) {
        return count >= 64 ? -1L : (1L << count) - 1;
    }

    @Override
    public String toString() {
        return first + "/" + bits;
    }
}
