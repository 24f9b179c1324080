package io.atalaya.noc.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words with {@code *} for any run of characters, and {@code |} between several: {@code ReadLatency|WriteLatency}. Case counts,
 * as it does for CloudWatch. Matched very often: what there is to know of the text is found once.
 */
public final class Glob {
    private final String text;
    private final List<String> words;
    private final boolean named;

    public Glob(String text) {
        this.text = text;
        this.words = List.of(text.split("\\|"));
        this.named = text.indexOf('*') < 0;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    public boolean matches(String word) {
        for (var each : words) {
            if (named ? each.equals(word) : matches(each, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it names what it matches, one or several, without {@code *}. */
    public boolean isNamed() {
        return named;
    }

    /** What stands between the {@code |}. */
    public List<String> words() {
        return words;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Glob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Goes back to the last {@code *} where the rest does not fit: no text takes longer than its length times the pattern's. */
    private static boolean matches(String pattern, String word) {
        int p = 0;
        int star = -1;
        int resume = 0;
        for (int w = 0; w < word.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = w;
            } else if (p < pattern.length() && pattern.charAt(p) == word.charAt(w)) {
                p++;
                w++;
            } else if (star >= 0) {
                p = star + 1;
                w = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
