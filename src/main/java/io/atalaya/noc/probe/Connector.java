package io.atalaya.noc.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** The one door through which a probe leaves. */
@FunctionalInterface
public interface Connector {
    /** Directly, by TCP. */
    Connector DIRECT = (to, deadline) -> {
        var socket = new BoundedSocket(deadline);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(to, deadline.left());
            return socket;
        } catch (SocketTimeoutException e) {
            socket.close();
            throw deadline.late();
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    };

    /**
     * Connects, and gives a socket whose reads end with the deadline.
     *
     * @param to a resolved address
     * @throws IOException when nobody answers there in time
     */
    Socket connect(InetSocketAddress to, Deadline deadline) throws IOException;
}
