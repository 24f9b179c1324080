package io.atalaya.noc.probe;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Handshakes: each with a context of its own, so that no session is resumed and every certificate is seen. */
final class Tls {
    private Tls() {}

    /** @throws IOException when there is no handshake, or the certificate does not hold */
    static SSLSocket over(Socket connected, Host host, int port, RecordingTrust trust) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            // no key of the machine's own is ever offered to a host
            context.init(new KeyManager[0], new TrustManager[] {trust}, null);
            var socket = (SSLSocket) context.getSocketFactory().createSocket(connected, host.name(), port, false);
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(names(host));
            parameters.setApplicationProtocols(new String[] {"http/1.1"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static List<SNIServerName> names(Host host) {
        if (host.literal().isPresent()) {
            return List.of();
        }
        try {
            return List.of(new SNIHostName(host.name()));
        } catch (IllegalArgumentException notForSni) {
            return List.of(); // an underscore: such a name is only in DNS
        }
    }
}
