package io.atalaya.operate.act;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Address blocks as EC2 takes them: {@code 10.0.0.0/16}, {@code 2001:db8::/32}. */
final class Blocks {
    private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    private record Block(byte[] address, int length) {
        boolean same(Block other) {
            return length == other.length && Arrays.equals(address, other.address);
        }

        /** Whether nothing stands behind the length. */
        boolean bare() {
            for (int bit = length; bit < address.length * 8; bit++) {
                if ((address[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private Blocks() {}

    /** A block without bits behind its length: AWS would cut them off, so that another block is there than a person reads. */
    static boolean isBlock(String text) {
        return parse(text).filter(Block::bare).isPresent();
    }

    static boolean isSix(String text) {
        return text.indexOf(':') >= 0;
    }

    /** Whether two texts mean the same block: IPv6 is written in many ways. */
    static boolean same(String one, String other) {
        return one.equals(other)
                || parse(one).flatMap(a -> parse(other).map(a::same)).orElse(false);
    }

    private static Optional<Block> parse(String text) {
        int slash = text.indexOf('/');
        var address = slash < 0 ? "" : text.substring(0, slash);
        var length = slash < 0 ? "" : text.substring(slash + 1);
        if (!length.matches("\\d{1,3}")
                || !(FOUR.matcher(address).matches() || SIX.matcher(address).matches())) {
            return Optional.empty();
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            // an IPv4 address in IPv6's clothes comes out as IPv4
            var most = isSix(address) ? 16 : 4;
            int bits = Integer.parseInt(length);
            return bytes.length == most && bits <= most * 8 ? Optional.of(new Block(bytes, bits)) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
