package io.atalaya.operate.run;

import java.time.Duration;
import java.time.Instant;

/** Names the running consoles of this computer, so that one does not settle what another is doing. */
final class ConsoleProcess {
    /** The system's boot time, from which starts are computed, moves when its clock is set. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    private ConsoleProcess() {}

    /** This one: {@code pid@seconds}. */
    static String own() {
        return name(ProcessHandle.current());
    }

    /** Whether the process that wrote a line still runs; an empty or strange name is nobody's. */
    static boolean runs(String name) {
        var at = name.indexOf('@');
        if (at < 0) {
            return false;
        }
        try {
            var start = Instant.ofEpochSecond(Long.parseLong(name.substring(at + 1)));
            return ProcessHandle.of(Long.parseLong(name.substring(0, at)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            Duration.between(start(process), start).abs().compareTo(SAME_START) <= 0)
                    .isPresent();
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException notOurs) {
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        return process.pid() + "@" + start(process).getEpochSecond();
    }

    private static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
