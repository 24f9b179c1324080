package io.atalaya.deployment.reach;

import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;

/**
 * Whether one end can begin to talk to the other and hear its answer.
 *
 * @param ports of the end that is reached; types and codes of ICMP ({@link Protocol#icmp}); port 0 for other protocols
 */
public record Question(End from, End to, Protocol protocol, Ports ports) {
    public Question {
        ports = protocol.everything().intersect(ports);
    }

    public static Question tcp(End from, End to, int port) {
        return new Question(from, to, Protocol.TCP, Ports.of(port));
    }

    public static Question udp(End from, End to, int port) {
        return new Question(from, to, Protocol.UDP, Ports.of(port));
    }

    /** An echo request, and its reply. */
    public static Question ping(End from, End to) {
        return new Question(from, to, Protocol.ICMP, Protocol.icmp(8, 0));
    }
}
