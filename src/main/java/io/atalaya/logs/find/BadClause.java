package io.atalaya.logs.find;

/** A clause that cannot be read: why, and where in its text, so that the person can mend it. */
public final class BadClause extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int position;
    private final String piece;

    /**
     * @param position in the clause's text, in characters from 0; -1 where it is the whole
     * @param piece of the text that cannot be read; may be empty
     */
    public BadClause(Reason reason, int position, String piece) {
        super(reason + " at " + position);
        this.reason = reason;
        this.position = position;
        this.piece = piece;
    }

    /** Why. */
    public enum Reason {
        /** There is nothing to look for. */
        EMPTY,
        /** Not a regular expression: the piece is what RE2 stumbled over. */
        REGEX_SYNTAX,
        /** {@code (?=}, {@code (?!}, {@code (?<=}, {@code (?<!}: their time cannot be bounded, RE2 has none. */
        LOOK_AROUND,
        /** {@code \1}, {@code \k<name>}: their time cannot be bounded, RE2 has none. */
        BACK_REFERENCE,
        /** {@code a++}, {@code (?>}: RE2 has none and needs none. */
        POSSESSIVE,
        /** It would grow too large: repetitions of repetitions. */
        REGEX_TOO_LARGE,
        /** Not of the form name, comparison, value. */
        FIELD_SYNTAX,
        /** The field's name is missing. */
        FIELD_NAME,
        /** Nothing to compare with. */
        FIELD_VALUE
    }

    public Reason reason() {
        return reason;
    }

    public int position() {
        return position;
    }

    public String piece() {
        return piece;
    }
}
