package io.atalaya.logs.understand;

import io.atalaya.logs.understand.Trace.Thrown;
import java.util.List;
import java.util.Locale;

/** Tells traces that passed the same code by a number: classes and frames count, messages, line numbers and addresses do not. */
final class Fingerprint {
    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static String of(List<Thrown> thrown) {
        long hash = START;
        for (var each : thrown) {
            hash = add(hash, each.type() == null ? "" : each.type());
            for (var frame : each.frames()) {
                hash = add(hash, frame);
            }
        }
        return String.format(Locale.ROOT, "%016x", hash);
    }

    /** FNV-1a over letters; digits, and the hexadecimal ones of addresses and generated names, are left out. */
    private static long add(long start, String text) {
        long hash = (start ^ '\n') * PRIME;
        boolean hex = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'x' && i > 0 && text.charAt(i - 1) == '0') {
                hex = true;
            } else if (hex && Character.digit(c, 16) < 0) {
                hex = false;
            }
            if (!hex && (c < '0' || c > '9')) {
                hash = (hash ^ c) * PRIME;
            }
        }
        return hash;
    }
}
