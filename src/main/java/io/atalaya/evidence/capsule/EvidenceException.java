package io.atalaya.evidence.capsule;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why no capsule was made: what a person can do something about. */
public final class EvidenceException extends IOException {
    private static final long serialVersionUID = 1;

    /** What is in the way. Its sentence stands in the texts under {@code evidence.} and its name. */
    public enum Reason {
        /** A file of that name is there: file. */
        FILE_EXISTS,
        /** The folder does not let a file be written: folder, why. */
        FOLDER_NOT_WRITABLE,
        /** No room: file. */
        DISK_FULL,
        /** The clock is before the last capsule's: now, capsule, its time. */
        CLOCK_SET_BACK,
        /** The key needs its passphrase: file. */
        PASSPHRASE_NEEDED,
        /** It is not the passphrase of the key: file. */
        PASSPHRASE_WRONG,
        /** A passphrase without a letter. */
        PASSPHRASE_EMPTY,
        /** One was given for a key that has none, and would protect nothing: file. */
        PASSPHRASE_UNUSED,
        /** The key cannot be read: file, why. */
        KEY_UNREADABLE,
        /** Others could read the key: file, permissions. */
        KEY_NOT_PRIVATE,
        /** The chain cannot be read: file, why. */
        CHAIN_UNREADABLE,
        /** Another program makes a capsule with this key and does not end: file. */
        CHAIN_LOCKED,
        /** Not everything was read: what. */
        INCOMPLETE,
        /** What was to be masked would stand in an item nevertheless: the mark, the item. */
        MASK_LEAKS,
        /** A capsule cannot be so large: file. */
        TOO_LARGE
    }

    private final Reason reason;
    private final transient List<String> details;

    public EvidenceException(Reason reason, String... details) {
        this(null, reason, details);
    }

    public EvidenceException(@Nullable Throwable cause, Reason reason, String... details) {
        super(reason + " " + String.join(", ", details), cause);
        this.reason = reason;
        this.details = List.of(details);
    }

    public Reason reason() {
        return reason;
    }

    /** In the order the reason names them. */
    public List<String> details() {
        return details;
    }
}
