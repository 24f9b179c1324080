package io.atalaya.logs.understand;

/** The words by which PostgreSQL continues a message with lines of their own, in the languages it is translated to here. */
final class Details {
    private static final String[] WORDS = {
        "DETAIL",
        "HINT",
        "STATEMENT",
        "CONTEXT",
        "QUERY",
        "LOCATION",
        "BACKTRACE",
        "DETALLE",
        "SUGERENCIA",
        "SENTENCIA",
        "CONTEXTO",
        "DETALHE",
        "DICA",
        "COMANDO"
    };

    private Details() {}

    static boolean is(byte[] text, int from, int to) {
        if (to - from < 4 || to - from > 10 || !Chars.capital(text[from])) {
            return false;
        }
        for (String word : WORDS) {
            if (word.length() == to - from && Chars.starts(text, from, to, word)) {
                return true;
            }
        }
        return false;
    }
}
