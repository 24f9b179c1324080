package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.kit.Says;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.sim.Dice;

/** What the same application writes when ChOp-Temp is gone: jobs that fail, a pool that fills, checks that wait. */
final class TroubleVoice {
    private static final int POOL = 200;

    private final Dice dice;
    private final Load load;
    private final CheckopInstances.Machine machine;

    TroubleVoice(Dice dice, Load load, CheckopInstances.Machine machine) {
        this.dice = dice;
        this.load = load;
        this.machine = machine;
    }

    Voice voice() {
        String id = machine.id();
        return Says.at(dice, "zipfail" + id, t -> cut(t, 0.16), this::failedJob)
                .and(Says.at(dice, "stall" + id, t -> cut(t, 0.12), this::stalled))
                .and(Says.at(dice, "pool" + id, t -> cut(t, 0.35), this::pool))
                .and(Says.at(dice, "busy" + id, t -> cut(t, 0.1), this::busy))
                .and(Says.at(dice, "health" + id, t -> cut(t, 0.2), this::health));
    }

    private double cut(long second, double rate) {
        return load.ran(machine.id(), second) && load.isCut(machine.subnet(), second) ? rate : 0;
    }

    private String failedJob(long second, long n) {
        int worker = 1 + dice.below("zip", n, 6);
        var trace = new StringBuilder("ERROR [zip-evidence-")
                .append(worker)
                .append("] ZipEvidenceJob-")
                .append(worker)
                .append(" failed: java.io.IOException: Connection timed out\n")
                .append("java.io.IOException: Connection timed out\n")
                .append("\tat java.base/sun.nio.ch.UnixFileDispatcherImpl.write0(Native Method)\n")
                .append("\tat java.base/sun.nio.ch.FileChannelImpl.writeInternal(FileChannelImpl.java:410)\n")
                .append("\tat co.checkop.files.ZipEvidenceJob.append(ZipEvidenceJob.java:214)\n")
                .append("\tat co.checkop.files.ZipEvidenceJob.run(ZipEvidenceJob.java:97)\n");
        for (int frame = 0; frame < 33; frame++) {
            trace.append("\tat co.checkop.jobs.Pipeline.step")
                    .append(frame % 11)
                    .append("(Pipeline.java:")
                    .append(60 + frame * 7)
                    .append(")\n");
        }
        return trace.append("\tat java.base/java.lang.Thread.run(Thread.java:840)")
                .toString();
    }

    private String stalled(long second, long n) {
        return "WARN  [zip-evidence-" + (1 + dice.below("zip", n, 6)) + "] ZipEvidenceJob-"
                + (1 + dice.below("zip", n, 6)) + ": append /mnt/chop-temp/zip/"
                + (88_000 + dice.below("order", n, 900))
                + ".part stalled for " + (2 + dice.below("stall", n, 40)) + "." + dice.below("tenth", n, 10) + " s";
    }

    private String pool(long second, long n) {
        int busy = busyThreads(second, n);
        return busy >= POOL
                ? "ERROR [http-8080-acceptor] pool http-8080 exhausted: 200 of 200 threads busy"
                : "WARN  [http-8080-acceptor] pool http-8080: " + busy + " of 200 threads busy, 0 in queue";
    }

    private String busy(long second, long n) {
        return "{\"level\":\"WARN\",\"event\":\"pool.busy\",\"pool\":\"http-8080\",\"busy\":" + busyThreads(second, n)
                + ",\"max\":200,\"oldest_ms\":" + (5_000 + dice.below("oldest", n, 60_000)) + ",\"host\":\""
                + machine.privateIp() + "\"}";
    }

    private String health(long second, long n) {
        return "WARN  [http-8080-" + (1 + dice.below("thread", n, 200)) + "] GET /health waited "
                + (5_000 + dice.below("wait", n, 60)) + " ms for a thread, client gone";
    }

    /** The pool fills within half a minute of the cut. */
    private int busyThreads(long second, long n) {
        boolean wasWell = !load.isCut(machine.subnet(), second - 14);
        return wasWell ? 120 + dice.below("busy", n, 78) : POOL;
    }
}
