package io.atalaya.sandbox.world.insights;

import java.util.List;

/** A query's words, one after another. */
final class Words {
    private final String query;
    private final List<Token> tokens;
    private int at;

    Words(String query) {
        this.query = query;
        this.tokens = Lexer.tokens(query);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean take(String symbolOrWord) {
        boolean there = peek().is(symbolOrWord);
        if (there) {
            next();
        }
        return there;
    }

    void expect(String symbol) {
        if (!take(symbol)) {
            throw unexpected();
        }
    }

    Token expect(Token.Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected();
        }
        return next();
    }

    /** What stands between two places of the query. */
    String text(int from, int to) {
        return query.substring(from, to).strip();
    }

    /** Where the word before the next one ends. */
    int lastEnd() {
        return at == 0 ? 0 : tokens.get(at - 1).end();
    }

    MalformedQuery unexpected() {
        return unexpected(peek());
    }

    MalformedQuery unexpected(Token token) {
        return MalformedQuery.unexpected(query, token.text(), token.start(), token.end());
    }
}
