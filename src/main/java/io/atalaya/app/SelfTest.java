package io.atalaya.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Whether this program is whole on this machine: each check prints one line, what it found or why it failed. It is for what
 * tests on a class path cannot see: modules, flags and native libraries of the package.
 */
final class SelfTest {
    /** One question; a failure is an exception. */
    @FunctionalInterface
    interface Check {
        /** What was found, for the line. */
        String run() throws Exception;
    }

    private final PrintWriter out;
    private final Grumbles grumbles;
    private int failed;
    private int asked;

    SelfTest(PrintWriter out, Grumbles grumbles) {
        this.out = out;
        this.grumbles = grumbles;
    }

    /** Asks, and says how it went; those after it are asked whatever comes of it. */
    void check(String name, Check check) throws InterruptedException {
        asked++;
        long begun = System.nanoTime();
        String found;
        try {
            found = check.run();
            var heard = grumbles.take();
            if (!heard.isEmpty()) {
                failed++;
                heard.stream().limit(5).forEach(it -> tell("FAIL", name, it, begun));
                return;
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError fault) {
            failed++;
            tell("FAIL", name, Grumbles.first(fault), begun);
            return;
        }
        tell("ok", name, found, begun);
    }

    private void tell(String verdict, String name, String found, long begun) {
        out.println("%-5s %-16s %5d ms  %s"
                .formatted(
                        verdict,
                        name,
                        Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                        found));
    }

    /** The last line; returns the exit code, 1 when anything failed. */
    int verdict() {
        out.println(
                failed == 0
                        ? String.format(Locale.ROOT, "self-test: %d checks, all good", asked)
                        : String.format(Locale.ROOT, "self-test: %d of %d checks FAILED", failed, asked));
        return failed == 0 ? 0 : 1;
    }
}
