package io.atalaya.logs.understand;

/** What stands from a place of a line on; looks, and goes nowhere. */
final class Ahead {
    private final byte[] text;
    private final int end;

    /** @param end of the line, excluded */
    Ahead(byte[] text, int end) {
        this.text = text;
        this.end = end;
    }

    /** Whether a tab, bar, dash or colour follows. */
    boolean separated(int to) {
        int i = to;
        while (i < end && text[i] == ' ') {
            i++;
        }
        return i < end
                && (text[i] == '\t'
                        || text[i] == '|'
                        || text[i] == ';'
                        || text[i] == Chars.ESCAPE
                        || text[i] == '-' && i > to && i + 1 < end && text[i + 1] == ' ');
    }

    /** Whether nothing is told but that there is none: {@code ERROR: 0}, {@code error: null}. */
    boolean nothing(int after) {
        int i = after;
        while (i < end && (Chars.blank(text[i]) || text[i] == ':')) {
            i++;
        }
        int to = end;
        while (to > i && (Chars.blank(text[to - 1]) || text[to - 1] == '.' || text[to - 1] == ',')) {
            to--;
        }
        return to - i == 1 && text[i] == '0'
                || Chars.starts(text, i, to, "none") && to - i == 4
                || Chars.starts(text, i, to, "None") && to - i == 4
                || Chars.starts(text, i, to, "null") && to - i == 4
                || Chars.starts(text, i, to, "false") && to - i == 5;
    }

    /** Behind {@code [12]:} of {@code sshd[12]:}; -1 where the bracket holds no number but perhaps a level. */
    int afterProcess(int open) {
        int i = open + 1;
        while (i < end && Chars.digit(text[i])) {
            i++;
        }
        if (i == open + 1 || i >= end || text[i] != ']') {
            return -1;
        }
        i++;
        while (i < end && !Chars.blank(text[i])) {
            i++;
        }
        return i;
    }

    boolean tabbed(int to) {
        return to < end && text[to] == '\t';
    }

    boolean number(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.digit(text[i])) {
                return false;
            }
        }
        return to > from;
    }

    boolean nextIs(int to, char wanted) {
        int i = Chars.afterBlanks(text, to, end);
        return i < end && text[i] == wanted;
    }

    boolean nextIsTime(int to) {
        int i = Chars.afterBlanks(text, to, end);
        return Times.time(text, i, Chars.find(text, i, end, ' '));
    }

    /** Whether a host stands before {@code sshd[12]:}. */
    boolean tagFollows(int to) {
        int i = Chars.afterBlanks(text, to, end);
        int next = Chars.find(text, i, end, ' ');
        return next - i > 3 && text[next - 1] == ':' && text[next - 2] == ']';
    }
}
