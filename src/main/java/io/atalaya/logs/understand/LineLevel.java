package io.atalaya.logs.understand;

import io.atalaya.logs.understand.LevelWord.Trust;
import org.jspecify.annotations.Nullable;

/**
 * The level of a line by its layout: what may stand before a level (times, threads, loggers, hosts, process ids) is passed over, and
 * the first thing that is none of these must be the level. A word in a sentence is never reached, because the sentence's first word
 * ends the search. One object for one line.
 */
final class LineLevel {
    /** As much of a line as may stand before and at its level. */
    static final int HEAD = 512;

    private static final int MOST_ITEMS = 14;
    private static final int MOST_PASSED = 5;

    private final byte[] text;
    private final int end;
    /** Of the whole text. */
    private final int limit;

    private final Ahead ahead;

    private int at;

    /** A time was passed. */
    private boolean time;
    /** A bracket, or a column of a table, was passed. */
    private boolean group;
    /** Something like {@code sshd[12]:} was passed. */
    private boolean tag;
    /** What stands before {@link #at} sets it apart: a tab, a bar, a dash, a colour. */
    private boolean apart = true;
    /** It is coloured, as consoles colour levels. */
    private boolean coloured;

    /** The line began with a month, as syslog's do: the host follows the time. */
    private boolean month;

    private int item;
    private int passed;
    /** What holds where no word says more: syslog's priority. */
    private Reading otherwise = Readings.UNKNOWN;

    LineLevel(byte[] text, int from, int end) {
        this.text = text;
        this.at = from;
        this.limit = end;
        if (Chars.starts(text, from, end, "####<")) { // WebLogic
            at += 4;
            group = true;
        }
        this.end = Math.min(Chars.lineEnd(text, from, Math.min(end, from + HEAD)), end);
        this.ahead = new Ahead(text, this.end);
    }

    Reading read() {
        var found = search();
        return found == Readings.UNKNOWN ? otherwise : found;
    }

    private Reading search() {
        for (; item < MOST_ITEMS; item++) {
            if (!separators()) {
                return Readings.UNKNOWN;
            }
            var found =
                    switch (text[at]) {
                        case '[', '<' -> bracket();
                        case '(' -> passBracket(')');
                        case '{' -> json();
                        default -> token();
                    };
            if (found != null) {
                return found;
            }
        }
        return Readings.UNKNOWN;
    }

    /** Goes to the next item; false at the end of the line. */
    private boolean separators() {
        boolean set = item == 0;
        coloured = false;
        while (at < end) {
            byte b = text[at];
            if (b == '\t' || b == '|' || b == ';' && item > 0) {
                set = true;
                group |= b == '|' && item > 0;
                at++;
            } else if (b == ' ') {
                at++;
            } else if (b == Chars.ESCAPE) {
                int after = Chars.afterEscape(text, at, end);
                if (after == at) {
                    return false;
                }
                set = true;
                coloured = true;
                at = after;
            } else if (b == '-' && item > 0 && dash()) {
                set = true;
            } else {
                apart = set;
                return true;
            }
        }
        return false;
    }

    /** Passes dashes that stand alone. */
    private boolean dash() {
        int i = at;
        while (i < end && text[i] == '-') {
            i++;
        }
        if (i < end && !Chars.blank(text[i])) {
            return false;
        }
        at = i;
        return true;
    }

    private @Nullable Reading json() {
        return at + 1 < end && (text[at + 1] == '"' || text[at + 1] == ' ')
                ? new JsonLevel(text, at, limit).read()
                : Readings.UNKNOWN;
    }

    private @Nullable Reading passBracket(char close) {
        int closing = Chars.find(text, at + 1, end, close);
        if (closing == end || !time && !group) {
            return Readings.UNKNOWN;
        }
        at = closing + 1;
        return null;
    }

    private @Nullable Reading bracket() {
        boolean square = text[at] == '[';
        int from = at + 1;
        int closing = Chars.find(text, from, end, square ? ']' : '>');
        if (closing == end) {
            return Readings.UNKNOWN;
        }
        if (!square && !time && !group) {
            return priority(from, closing);
        }
        int to = closing;
        while (from < to && Chars.blank(text[from])) {
            from++;
        }
        while (to > from && Chars.blank(text[to - 1])) {
            to--;
        }
        var inside = inBracket(from, to);
        at = closing + 1;
        if (inside == null && at < end && text[at] == ':') {
            at++;
            tag = true;
        }
        group = true;
        return inside;
    }

    /** RFC 3164 and 5424: {@code <facility * 8 + severity>}; the kernel's is the severity alone. Else WebLogic's or markup. */
    private @Nullable Reading priority(int from, int closing) {
        int value = 0;
        for (int i = from; i < closing; i++) {
            if (!Chars.digit(text[i]) || closing - from > 3) {
                return Readings.UNKNOWN;
            }
            value = value * 10 + text[i] - '0';
        }
        if (item > 0 || closing == from || value > 191) {
            return Readings.UNKNOWN;
        }
        otherwise = Readings.ofSyslog(value & 7);
        at = closing + 1;
        if (Chars.starts(text, at, end, "1 ")) { // the version of RFC 5424
            at += 2;
        }
        return null;
    }

    private @Nullable Reading inBracket(int from, int to) {
        if (from == to) {
            return null;
        }
        var word = LevelWords.find(text, from, to);
        if (word != null) {
            return word.trust() != Trust.COLON || time ? Readings.of(word.level()) : null;
        }
        if (!Chars.digit(text[from]) && !Times.name(text, from, Chars.find(text, from, to, ' '))) {
            int colon = Chars.find(text, from, to, ':'); // Apache: [core:error]
            return colon < to && time ? bare(LevelWords.find(text, colon + 1, to)) : null;
        }
        for (int i = from; i < to; ) { // a time, and perhaps the level behind it: [18:00:00 ERR], [2026-...Z WARN app],
            // [...: ERROR/Main]
            int next = i;
            while (next < to && !Chars.blank(text[next]) && text[next] != '/' || next < to && next == i) {
                next++;
            }
            int stop = next > i && text[next - 1] == ':' ? next - 1 : next;
            if (Times.time(text, i, stop) || Chars.digit(text[i])) {
                time |= Times.time(text, i, stop);
            } else if (!Times.name(text, i, stop)) {
                var inner = LevelWords.find(text, i, stop);
                return inner != null && time && LevelWords.capitals(text, i, stop) ? bare(inner) : null;
            }
            i = Chars.afterBlanks(text, next, to);
            while (i < to && text[i] == '/') {
                i++;
            }
        }
        return null;
    }

    private static @Nullable Reading bare(@Nullable LevelWord word) {
        return word == null || word.trust() == Trust.COLON ? null : Readings.of(word.level());
    }

    private @Nullable Reading token() {
        int from = at;
        int to = from;
        while (to < end && !Chars.blank(text[to]) && text[to] != '|' && text[to] != Chars.ESCAPE && text[to] != '[') {
            to++;
        }
        int wordEnd = from;
        while (wordEnd < to && (Chars.letter(text[wordEnd]) || wordEnd > from && Chars.digit(text[wordEnd]))) {
            wordEnd++;
        }
        var word = LevelWords.find(text, from, wordEnd);
        if (word != null) {
            var level = level(word, from, wordEnd);
            if (level != null) {
                return level;
            }
        } else if (time && Details.is(text, from, wordEnd) && wordEnd < end && text[wordEnd] == ':') {
            return Readings.CONTINUES;
        }
        return pass(from, to, wordEnd);
    }

    /** The level, if this word stands as one; null if it is a word like others. */
    private @Nullable Reading level(LevelWord word, int from, int to) {
        boolean capitals = LevelWords.capitals(text, from, to);
        byte next = to < end ? text[to] : (byte) ' ';
        boolean placed = item == 0 || time || group || tag;
        if (next == ':') {
            boolean open = to + 1 >= end || Chars.blank(text[to + 1]);
            return placed && (open || capitals) && (capitals || word.trust() != Trust.COLON) && !ahead.nothing(to + 1)
                    ? Readings.of(word.level())
                    : null;
        }
        if (word.trust() == Trust.COLON) {
            return null;
        }
        boolean setApart = apart && item > 0 && item <= MOST_PASSED && ahead.separated(to);
        if (setApart && (time || group || capitals) || coloured && next == Chars.ESCAPE) {
            return Readings.of(word.level());
        }
        if (!capitals
                || next != ' ' && next != '[' && next != '\t' && next != '|' && next != Chars.ESCAPE
                || ahead.nothing(to)) {
            return null;
        }
        boolean bare = time || group || item == 0 && word.trust() == Trust.FULL;
        return bare ? Readings.of(word.level()) : null;
    }

    /** Passes what may stand before a level; unknown where the message itself begins here. */
    private @Nullable Reading pass(int from, int to, int wordEnd) {
        int whole = to < end && text[to] == '[' ? ahead.afterProcess(to) : to;
        if (whole < 0) {
            return processLevel(from, to);
        }
        at = whole;
        if (Times.time(text, from, colonless(from, to))) {
            time = true;
            return whole == to || to - from < 4 ? null : PostgresPrefix.level(text, from, whole);
        }
        if (item < 6 && Times.name(text, from, colonless(from, to))) {
            month |= item <= 1;
            return null;
        }
        if (month && to - from <= 5 && ahead.number(from, text[to - 1] == ',' ? to - 1 : to)) {
            return null; // the day, or the year
        }
        if (wordEnd < to && text[wordEnd] == '=' && wordEnd > from) {
            return new PairLevel(text, from, end).read();
        }
        if (time && to - from == 2 && text[from + 1] == '!' || single(from, to)) {
            return letter(text[from]);
        }
        if (text[from] == '"' || text[from] == '\'') {
            return Readings.UNKNOWN;
        }
        if (text[whole - 1] == ':') {
            return tag(from, whole, wordEnd);
        }
        return neutral(from, to, wordEnd) ? null : Readings.UNKNOWN;
    }

    private int colonless(int from, int to) {
        return to > from && text[to - 1] == ':' ? to - 1 : to;
    }

    /** {@code util.py[WARNING]: ...} and {@code 12:00:01[ERROR]}. */
    private @Nullable Reading processLevel(int from, int open) {
        if (Times.time(text, from, open)) {
            time = true;
        } else if (!time && !group) {
            return Readings.UNKNOWN;
        }
        at = open;
        return ++passed > MOST_PASSED ? Readings.UNKNOWN : null;
    }

    private @Nullable Reading tag(int from, int whole, int wordEnd) {
        if (time) {
            var postgres = PostgresPrefix.level(text, from, whole);
            if (postgres != null) {
                return postgres;
            }
        }
        boolean plain = wordEnd == whole - 1;
        if (tag && !time || item > 0 && !time && !group) {
            return Readings.UNKNOWN;
        }
        tag = true;
        if (plain && !month) {
            time = false;
            group = false;
        } else {
            time |= month;
        }
        return ++passed > MOST_PASSED ? Readings.UNKNOWN : null;
    }

    /** MongoDB's {@code 2020-...Z E NETWORK}. */
    private boolean single(int from, int to) {
        return time && to - from == 1 && to + 2 < end && Chars.capital(text[to + 1]) && Chars.capital(text[to + 2]);
    }

    static Reading letter(byte letter) {
        return switch (letter) {
            case 'E', 'F', 'C' -> Readings.ERROR;
            case 'W' -> Readings.WARN;
            case 'I' -> Readings.INFO;
            case 'D', 'T', 'V' -> Readings.DEBUG;
            default -> Readings.UNKNOWN;
        };
    }

    /** Whether it is a thread, logger, host, number or the like, rather than the first word of a message. */
    private boolean neutral(int from, int to, int wordEnd) {
        if (++passed > MOST_PASSED) {
            return false;
        }
        boolean plain = wordEnd == to;
        if (plain) {
            for (int i = from; i < to && plain; i++) {
                plain = !Chars.digit(text[i]);
            }
        }
        if (!time && !group) {
            return item == 0
                    && (ahead.separated(to)
                            || ahead.number(from, to) && (ahead.nextIs(to, '[') || ahead.nextIsTime(to)));
        }
        if (!plain) {
            return true;
        }
        return ahead.separated(to)
                || apart && ahead.tabbed(to)
                || month
                || ahead.tagFollows(to)
                || Chars.starts(text, from, to, "main")
                || Chars.starts(text, from, to, "stdout")
                || Chars.starts(text, from, to, "stderr")
                || to - from == 1 && (text[from] == 'F' || text[from] == 'P');
    }
}
