package io.atalaya.noc.probe;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Addresses to which no name may lead a probe: this machine, its own network link, the services that AWS offers to a machine
 * alone (instance metadata hands out credentials). Private addresses are none of these: a console may sit behind the VPN.
 */
final class AddressRules {
    private AddressRules() {}

    /** Why a name may not lead there; empty where it may. */
    static Optional<String> refusal(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return Optional.of("no address of a host");
        }
        if (address.isLoopbackAddress()) {
            return Optional.of("this machine itself");
        }
        if (address.isMulticastAddress()) {
            return Optional.of("a group of hosts");
        }
        return switch (address) {
            case Inet4Address four -> refusal(four.getAddress());
            case Inet6Address six -> refusal(six);
            default -> Optional.of("of no known kind");
        };
    }

    private static Optional<String> refusal(byte[] four) {
        var first = four[0] & 0xff;
        if (first == 0 || first >= 240) {
            return Optional.of("no address of a host");
        }
        if (first == 127) {
            return Optional.of("this machine itself");
        }
        return first == 169 && (four[1] & 0xff) == 254
                ? Optional.of("link-local, where AWS serves instance metadata")
                : Optional.empty();
    }

    private static Optional<String> refusal(Inet6Address six) {
        var bytes = six.getAddress();
        if (six.isLinkLocalAddress() || six.isSiteLocalAddress()) {
            return Optional.of("link-local");
        }
        if (starts(bytes, 0xfd, 0x00, 0x0e, 0xc2)) {
            return Optional.of("where AWS serves instance metadata");
        }
        return embedded(bytes);
    }

    /** Ways to write an address of IPv4 as one of IPv6 lead where that one leads. */
    private static Optional<String> embedded(byte[] bytes) {
        if (starts(bytes, 0x20, 0x02)) {
            return four(bytes, 2); // 6to4
        }
        if (starts(bytes, 0x00, 0x64, 0xff, 0x9b) || starts(bytes, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return four(bytes, 12); // NAT64; mapped, compatible and translated
        }
        return starts(bytes, 0x20, 0x01, 0, 0)
                ? Optional.of("a tunnel to an address that is hidden in it")
                : Optional.empty();
    }

    private static Optional<String> four(byte[] bytes, int from) {
        try {
            return refusal(InetAddress.getByAddress(
                    new byte[] {bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]}));
        } catch (UnknownHostException e) {
            return Optional.of("of no known kind");
        }
    }

    private static boolean starts(byte[] bytes, int... prefix) {
        for (var i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
