package io.atalaya.app;

import io.atalaya.noc.desk.Severity;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sounds of the alarm desk, made here: one for each severity, told apart by pitch and number. */
final class Tones {
    private static final Logger LOG = LoggerFactory.getLogger(Tones.class);
    private static final float RATE = 22_050;
    private static final double LOUDNESS = 0.35;
    private static final double TONE_SECONDS = 0.16;
    private static final double PAUSE_SECONDS = 0.09;
    private static final double FADE_SECONDS = 0.01;

    private Tones() {}

    /** Plays it behind; nothing where there is no screen either. */
    static void play(Severity severity, Executor background) {
        if (Boolean.getBoolean("java.awt.headless")) {
            return;
        }
        try {
            background.execute(() -> play(severity));
        } catch (RejectedExecutionException ending) {
            LOG.debug("the program ends");
        }
    }

    /** Plays it to its end, less than a second; says in the log where the machine has no sound. */
    private static void play(Severity severity) {
        var samples = samples(severity);
        try (var line = AudioSystem.getSourceDataLine(new AudioFormat(RATE, 16, 1, true, false))) {
            line.open();
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException silent) {
            LOG.info("the alarm desk cannot sound here: {}", silent.getMessage());
        }
    }

    /** 16 bits, little endian, one channel. */
    static byte[] samples(Severity severity) {
        var times =
                switch (severity) {
                    case CRITICAL -> 3;
                    case WARNING -> 2;
                    case UNKNOWN -> 1;
                };
        var hertz =
                switch (severity) {
                    case CRITICAL -> 880.0;
                    case WARNING -> 660.0;
                    case UNKNOWN -> 440.0;
                };
        var each = (int) ((TONE_SECONDS + PAUSE_SECONDS) * RATE);
        var bytes = new byte[times * each * 2];
        for (var tone = 0; tone < times; tone++) {
            for (var i = 0; i < TONE_SECONDS * RATE; i++) {
                var second = i / RATE;
                var edge = Math.min(1, Math.min(second, TONE_SECONDS - second) / FADE_SECONDS);
                var value = (int) (Math.sin(2 * Math.PI * hertz * second) * edge * LOUDNESS * Short.MAX_VALUE);
                var at = (tone * each + i) * 2;
                bytes[at] = (byte) value;
                bytes[at + 1] = (byte) (value >> 8);
            }
        }
        return bytes;
    }
}
