package io.atalaya.noc.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * A connection whose every read is bounded by a {@link Deadline} and by a number of bytes: TLS reads through it as well, so
 * that neither a handshake nor a record can be drawn out. No proxy, whatever the machine's settings are.
 */
final class BoundedSocket extends Socket {
    /** A handshake with the longest chains takes some 30 KB, head and body of an answer 20 KB. */
    private static final long MOST_BYTES = 128 * 1024;

    private final Deadline deadline;
    private long bytes;

    BoundedSocket(Deadline deadline) {
        super(Proxy.NO_PROXY);
        this.deadline = deadline;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream());
    }

    private final class Bounded extends FilterInputStream {
        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            var count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (bytes >= MOST_BYTES) {
                throw new IOException("more than " + MOST_BYTES / 1024 + " KB");
            }
            setSoTimeout(deadline.left());
            try {
                var count = super.read(into, offset, (int) Math.min(length, MOST_BYTES - bytes));
                bytes += Math.max(0, count);
                return count;
            } catch (SocketTimeoutException e) {
                throw deadline.late();
            }
        }
    }
}
