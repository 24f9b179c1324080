package io.atalaya.logs.tail;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Half a SHA-256 over what makes an event itself: its stream's number, times and message. A stronger hash than tables need,
 * because who writes a log may be hostile, and two events that were taken for one would hide one of them.
 */
record Fingerprint(long high, long low) {

    /** Makes fingerprints; for one thread at a time. */
    static final class Maker {
        private final MessageDigest digest;
        private final ByteBuffer head = ByteBuffer.allocate(20);

        Maker() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        Fingerprint of(int stream, long timestamp, long ingested, byte[] utf8) {
            begin(stream, timestamp, ingested);
            digest.update(utf8);
            return end();
        }

        Fingerprint of(int stream, long timestamp, long ingested, MemorySegment utf8) {
            begin(stream, timestamp, ingested);
            digest.update(utf8.asByteBuffer());
            return end();
        }

        private void begin(int stream, long timestamp, long ingested) {
            head.clear();
            head.putInt(stream).putLong(timestamp).putLong(ingested).flip();
            digest.update(head);
        }

        private Fingerprint end() {
            var bytes = ByteBuffer.wrap(digest.digest());
            return new Fingerprint(bytes.getLong(), bytes.getLong());
        }
    }
}
