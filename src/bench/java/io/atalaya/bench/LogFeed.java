package io.atalaya.bench;

import io.atalaya.logs.Level;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Log events as a deployment writes them, made faster than anything can store them: about 160 bytes, some late. */
final class LogFeed {
    static final int STREAMS = 100;
    static final long START = 1_760_000_000_000L;

    private static final int KINDS = 1 << 12;
    private static final int PER_SECOND = 10_000;
    private static final int LATE = 64;
    private static final int NUMBER = 10;

    private final byte[][] texts = new byte[KINDS][];
    private final Level[] levels = new Level[KINDS];
    private final int[] late = new int[KINDS];

    LogFeed() {
        var random = new Random(42);
        for (int i = 0; i < KINDS; i++) {
            levels[i] = random.nextInt(100) == 0 ? Level.ERROR : random.nextInt(4) == 0 ? Level.DEBUG : Level.INFO;
            late[i] = i % LATE == 0 ? random.nextInt(3_000) : random.nextInt(20);
            var text = new StringBuilder("0000000000 ").append(levels[i]).append(" [http-nio-8080-exec-");
            text.append(random.nextInt(200)).append("] org.citsmart.portal.request.RequestFilter ");
            while (text.length() < 130 + random.nextInt(50)) {
                text.append(Long.toString(random.nextLong() >>> 20, 36))
                        .append('=')
                        .append(random.nextInt(900))
                        .append(' ');
            }
            texts[i] = text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static int kind(long number) {
        return (int) (number * 0x9E37_79B9_7F4A_7C15L >>> 52);
    }

    /** Its own copy, with its number in front. */
    byte[] text(long number) {
        var text = texts[kind(number)].clone();
        var rest = number;
        for (int i = NUMBER - 1; i >= 0; i--, rest /= 10) {
            text[i] = (byte) ('0' + rest % 10);
        }
        return text;
    }

    /** The very first is the only warning. */
    Level level(long number) {
        return number == 0 ? Level.WARN : levels[kind(number)];
    }

    long timestamp(long number) {
        return START + number * 1_000 / PER_SECOND - late[kind(number)];
    }
}
