package io.atalaya.logs.store;

/** What of an exception may stand in the program's own log: never its message, which may hold the text of a log. */
public final class Faults {
    private Faults() {}

    /** {@code java.lang.IllegalStateException at io.atalaya.logs.tail.Sweep.run(Sweep.java:210)}. */
    public static String of(Throwable fault) {
        var name = fault.getClass().getName();
        if (fault instanceof StoreException problem) {
            return name + " " + problem.kind();
        }
        var trace = fault.getStackTrace();
        return trace.length == 0 ? name : name + " at " + trace[0];
    }
}
