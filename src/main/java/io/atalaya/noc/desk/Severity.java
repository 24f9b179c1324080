package io.atalaya.noc.desk;

/** How bad an entry of the desk is, worst first. */
public enum Severity {
    CRITICAL,
    WARNING,
    /** It cannot be judged, which is never fine: no data, a denied source. */
    UNKNOWN;

    /** Whether this is worse than another. */
    public boolean worseThan(Severity other) {
        return compareTo(other) < 0;
    }

    /** The worse of two. */
    public Severity worst(Severity other) {
        return worseThan(other) ? this : other;
    }
}
