package io.atalaya.logs.understand;

/** Whether a line that is not indented continues another: frames, causes, closing brackets, PostgreSQL's details. */
final class Continuations {
    private static final int FAR = 400;

    private static final String[] WORDS = {
        "Caused by: ", "Suppressed: ", "Wrapped by: ", "Stack trace:", "During handling of the above exception",
        "The above exception was the direct cause", "--- End of ", "---> ", "created by ", "(Coroutine boundary)"
    };

    private final byte[] text;
    private final int from;
    private final int end;

    Continuations(byte[] text, int from, int end) {
        this.text = text;
        this.from = from;
        this.end = Chars.lineEnd(text, from, Math.min(end, from + FAR));
    }

    boolean found() {
        return switch (text[from]) {
            case 'a' -> frame() || goFunction();
            case '.' ->
                Chars.starts(text, from, end, "... ") && from + 4 < end && Chars.digit(text[from + 4]) && omitted();
            case '#' -> phpFrame();
            case '}', ']', ')' -> closing();
            case 'g' -> Chars.starts(text, from, end, "goroutine ") && text[end - 1] == ':' || goFunction();
            case 'C', 'S', 'W', 'D', 'T', '-', '(' -> words() || detail();
            case 'c' -> words() || goFunction();
            case 'H', 'Q', 'L', 'B' -> detail();
            default -> goFunction();
        };
    }

    private boolean words() {
        for (String word : WORDS) {
            if (Chars.starts(text, from, end, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean detail() {
        int to = from;
        while (to < end && Chars.capital(text[to])) {
            to++;
        }
        return to < end && text[to] == ':' && Details.is(text, from, to);
    }

    /** {@code at io.app.Main.run(Main.java:12)}, {@code at run (/app/main.js:1:2)}. */
    private boolean frame() {
        if (!Chars.starts(text, from, end, "at ") || from + 3 >= end) {
            return false;
        }
        int name = from + 3;
        byte first = text[name];
        if (!Chars.letter(first) && first != '$' && first != '_' && first != '<') {
            return false;
        }
        int open = Chars.find(text, name, end, '(');
        int closing = Chars.find(text, open, end, ')');
        if (closing >= end) {
            return false;
        }
        int blank = Chars.find(text, name, open, ' ');
        int dot = Chars.find(text, name, open, '.');
        return blank == open && dot < open || numbered(open, closing);
    }

    private boolean numbered(int open, int closing) {
        int colon = Chars.find(text, open, closing, ':');
        return closing - open > 3 && colon < closing && Chars.digit(text[closing - 1]);
    }

    private boolean omitted() {
        int i = from + 4;
        while (i < end && Chars.digit(text[i])) {
            i++;
        }
        return Chars.starts(text, i, end, " more")
                || Chars.starts(text, i, end, " common frames omitted")
                || Chars.starts(text, i, end, " lines");
    }

    /** {@code #0 /app/index.php(12): run()}, {@code #1 {main}}, gdb's {@code #0  0x00 in run ()}. */
    private boolean phpFrame() {
        int i = from + 1;
        while (i < end && Chars.digit(text[i])) {
            i++;
        }
        if (i == from + 1 || i >= end || text[i] != ' ') {
            return false;
        }
        i = Chars.afterBlanks(text, i, end);
        return i < end
                && (text[i] == '/'
                        || Chars.starts(text, i, end, "{main}")
                        || Chars.starts(text, i, end, "[internal")
                        || Chars.starts(text, i, end, "0x")
                        || Chars.starts(text, i + 1, end, ":\\"));
    }

    private boolean closing() {
        for (int i = from; i < end; i++) {
            if ("}]),; ".indexOf(text[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code main.run(0xc0000, 0x2)}, {@code net/http.(*conn).serve(...)}: of a Go trace. */
    private boolean goFunction() {
        byte first = text[from];
        if (first < 'a' || first > 'z' || text[end - 1] != ')') {
            return false;
        }
        boolean dot = false;
        int i = from;
        while (i < end && (Chars.word(text[i]) || "./*()-".indexOf(text[i]) >= 0)) {
            if (text[i] == '(' && dot && (i + 1 >= end || text[i + 1] != '*')) {
                return Chars.starts(text, i, end, "(0x")
                        || Chars.starts(text, i, end, "({0x")
                        || Chars.starts(text, i, end, "(...)")
                        || Chars.starts(text, i, end, "()") && i + 2 == end;
            }
            dot |= text[i] == '.';
            i++;
        }
        return false;
    }
}
