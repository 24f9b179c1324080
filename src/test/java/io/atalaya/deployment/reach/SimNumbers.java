package io.atalaya.deployment.reach;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Addresses and blocks of the simulator, read by the JDK and compared as whole numbers. */
final class SimNumbers {
    private record Number(boolean six, BigInteger value) {}

    private record Net(boolean six, BigInteger first, int bits) {}

    private final Map<String, Number> numbers = new HashMap<>();
    private final Map<String, Net> nets = new HashMap<>();

    boolean six(String address) {
        return number(address).six;
    }

    int bits(@Nullable String block) {
        return net(block).bits;
    }

    boolean in(String address, @Nullable String block) {
        var number = number(address);
        var net = net(block);
        var free = (net.six ? 128 : 32) - net.bits;
        return number.six == net.six && number.value.shiftRight(free).equals(net.first.shiftRight(free));
    }

    private Net net(@Nullable String block) {
        return nets.computeIfAbsent(Objects.requireNonNull(block), text -> {
            var parts = text.split("/");
            var number = number(parts[0]);
            return new Net(number.six, number.value, Integer.parseInt(parts[1]));
        });
    }

    private Number number(String address) {
        return numbers.computeIfAbsent(address, text -> {
            try {
                var bytes = InetAddress.getByName(text).getAddress();
                return new Number(bytes.length == 16, new BigInteger(1, bytes));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        });
    }
}
