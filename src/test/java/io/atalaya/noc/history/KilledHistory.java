package io.atalaya.noc.history;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** A console that measures, an hour in a moment, and says which minutes are on disk, until it is killed. */
final class KilledHistory {
    static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    static final DeploymentKey KEY = DeploymentKey.ofSandbox("killed");
    static final int SERIES = 50;

    private KilledHistory() {}

    /** @param args the file, and the minute to begin with */
    public static void main(String[] args) throws Exception {
        try (var history =
                new MetricHistory(Path.of(args[0]), Keep.USUAL, notice -> System.out.println("NOTICE " + notice))) {
            for (var minute = Integer.parseInt(args[1]); minute < 40 * 60; minute++) {
                var now = START.plus(Duration.ofMinutes(minute));
                var samples = new ArrayList<Sample>();
                for (var i = 0; i < SERIES; i++) {
                    samples.add(new Sample("s" + i, now, minute * 1000.0 + i));
                }
                history.append(KEY, samples, now);
                System.out.println(minute);
                if (minute % 7 == 0) {
                    history.tidy(now);
                }
            }
        }
    }
}
