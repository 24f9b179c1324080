package io.atalaya.sandbox.world;

import java.util.Optional;

/** A block of IPv4, which is what balancers check their targets over here. */
record Cidr(long first, int length) {
    /** Empty for what is no IPv4 block. */
    static Optional<Cidr> of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || text.indexOf(':') >= 0) {
            return Optional.empty();
        }
        int length = Integer.parseInt(text.substring(slash + 1));
        return Optional.of(new Cidr(number(text.substring(0, slash)) & mask(length), length));
    }

    static boolean holds(String block, String address) {
        return of(block).filter(each -> each.contains(address)).isPresent();
    }

    boolean contains(String address) {
        return (number(address) & mask(length)) == first;
    }

    private static long mask(int length) {
        return length == 0 ? 0 : 0xFFFF_FFFFL << (32 - length) & 0xFFFF_FFFFL;
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }
}
