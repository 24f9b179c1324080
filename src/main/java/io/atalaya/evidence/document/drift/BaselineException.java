package io.atalaya.evidence.document.drift;

import java.io.IOException;
import java.util.List;

/** A file that is no baseline, with what a person can do about it. */
public final class BaselineException extends IOException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Reason {
        /** Neither a saved document nor TOML: details tell where reading ended. */
        NOT_READABLE,
        /** JSON, but no saved document of this program, or of a later one. */
        NOT_OURS,
        /** Names a table that documents do not have: where, which, and those there are. */
        NO_TABLE,
        /** Names a column that the table does not have: where, which, and those there are. */
        NO_COLUMN,
        /** A value that is no text, number, yes or no: where. */
        NO_VALUE
    }

    private final Reason reason;
    private final transient List<String> details;

    public BaselineException(Reason reason, String... details) {
        super(reason + " " + String.join(" ", details));
        this.reason = reason;
        this.details = List.of(details);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> details() {
        return details;
    }
}
