package io.atalaya.noc.probe;

import io.atalaya.deployment.ProbeResult;
import io.atalaya.deployment.ProbeResult.Kind;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * One GET over a connection: no cookie, no credentials, nothing that could be followed. A redirect is an answer.
 */
final class Ask {
    private final String agent;
    private final Trust trust;
    private final Patience patience;
    private final InstantSource clock;

    Ask(String agent, Trust trust, Patience patience, InstantSource clock) {
        this.agent = agent;
        this.trust = trust;
        this.patience = patience;
        this.clock = clock;
    }

    ProbeResult over(Socket connected, Attempt attempt) throws IOException {
        var socket = attempt.target.kind() == Kind.HTTPS ? encrypted(connected, attempt) : connected;
        attempt.deadline.step("answer", patience.answer());
        var sent = attempt.deadline.millis();
        var out = socket.getOutputStream();
        out.write(request(attempt.target).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        var answer = HttpAnswer.read(
                socket.getInputStream(), () -> attempt.firstByte(attempt.deadline.millis() - sent), attempt::answered);
        return attempt.result(answer.status() >= 400 ? "HTTP " + answer.status() : null);
    }

    private Socket encrypted(Socket connected, Attempt attempt) throws IOException {
        var target = attempt.target;
        var recording = new RecordingTrust(trust, target.host(), clock);
        attempt.deadline.step("TLS handshake", patience.handshake());
        var began = attempt.deadline.millis();
        try {
            var socket = Tls.over(connected, target.host(), target.port(), recording);
            attempt.shaken(attempt.deadline.millis() - began);
            return socket;
        } finally {
            attempt.shown(recording.shown());
        }
    }

    private String request(ProbeTarget target) {
        var usual = target.port() == (target.kind() == Kind.HTTPS ? 443 : 80);
        return "GET " + target.path() + " HTTP/1.1\r\n"
                + "Host: " + target.host().inUrl() + (usual ? "" : ":" + target.port()) + "\r\n"
                + "User-Agent: " + agent + "\r\n"
                + "Accept: */*\r\n"
                + "Connection: close\r\n\r\n";
    }
}
