package io.atalaya.operate.preflight;

/** Says what becomes of paths: the first of a kind, and how many more. */
final class PathSay {
    /** Rows of one kind; what is beyond is counted. */
    static final int SHOWN = 4;

    private final Findings found;

    PathSay(Findings found) {
        this.found = found;
    }

    void one(boolean grave, String key, Object... arguments) {
        if (grave) {
            found.danger(key, arguments);
        } else {
            found.caution(key, arguments);
        }
    }

    /** What is not shown of so many. */
    void more(boolean grave, boolean opens, int rows) {
        if (rows > SHOWN) {
            one(grave, opens ? "moreOpen" : "moreClose", rows - SHOWN);
        }
    }
}
