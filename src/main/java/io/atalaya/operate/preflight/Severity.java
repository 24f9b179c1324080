package io.atalaya.operate.preflight;

/** How much a consequence weighs. */
public enum Severity {
    /** Good to know. */
    NOTE,
    /** Somebody may notice. */
    CAUTION,
    /** Users will notice, or something is lost. */
    DANGER,
    /** AWS or this console refuses: the act cannot be confirmed. */
    BLOCKED
}
