package io.atalaya.sandbox.world.insights;

/**
 * A word of a query.
 *
 * @param text without quotes, slashes or backticks
 * @param start its first character in the query
 * @param end after its last
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NAME,
        NUMBER,
        /** {@code 5m}. */
        DURATION,
        STRING,
        REGEX,
        SYMBOL,
        END
    }

    boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equalsIgnoreCase(symbolOrWord);
    }
}
