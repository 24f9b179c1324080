package io.atalaya.deployment.reach;

import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ports;
import java.util.List;

/**
 * What passes: each of these addresses to each of those, on each of the ports, for clients that answer on one of the client
 * ports.
 *
 * @param ports of the end that is reached
 * @param clientPorts of the end that asks; port 0 where the protocol has none
 * @param translatedPorts those that a NAT gateway on the way may use instead; as many as it has where there is none
 */
public record Passing(Addresses from, Addresses to, Ports ports, Ports clientPorts, Ports translatedPorts) {
    /** Whether these, which all have the same or no common addresses of each side, hold all of it. */
    public boolean within(List<Passing> others) {
        var left = from;
        for (var one : others) {
            var some = from.intersect(one.from);
            if (some.isEmpty()) {
                continue;
            }
            var there = to;
            for (var other : others) {
                if (other.from.equals(one.from)
                        && other.ports.containsAll(ports)
                        && other.clientPorts.containsAll(clientPorts)
                        && other.translatedPorts.containsAll(translatedPorts)) {
                    there = there.minus(other.to);
                }
            }
            if (!there.isEmpty()) {
                return false;
            }
            left = left.minus(some);
        }
        return left.isEmpty();
    }
}
