package io.atalaya.evidence.verify;

/** Of all files together. */
public enum Verdict {
    /** Every byte is as it was sealed. */
    INTACT(0),
    /** At least one is not. */
    AT_FAULT(1),
    /** Intact, but made at something that is not AWS: no evidence of production. */
    NOT_AWS(3);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** For scripts. 2 is for wrong arguments and what cannot be read. */
    public int exitCode() {
        return exitCode;
    }
}
