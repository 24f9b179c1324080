package io.atalaya.sandbox.world.insights;

/** A query that is none. */
public final class MalformedQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int start;
    private final int end;

    MalformedQuery(String message, int start, int end) {
        super(message);
        this.start = start;
        this.end = end;
    }

    /** In the words of AWS: {@code unexpected symbol found sort at line 1 and position 21}. */
    static MalformedQuery unexpected(String query, String symbol, int start, int end) {
        String before = query.substring(0, Math.min(start, query.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int position = start - (before.lastIndexOf('\n') + 1) + 1;
        return new MalformedQuery(
                "unexpected symbol found " + symbol + " at line " + line + " and position " + position, start, end);
    }

    /** Characters before the mistake. */
    public int start() {
        return start;
    }

    /** Characters up to its end. */
    public int end() {
        return end;
    }
}
