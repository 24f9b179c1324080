package io.atalaya.noc.catalogue;

import java.util.List;

/**
 * Words with {@code *} for any run of characters, and {@code |} between several: {@code ReadLatency|WriteLatency}. Case counts,
 * as it does for CloudWatch.
 */
public record Glob(String text) {
    public boolean matches(String word) {
        if (isExact()) {
            return text.equals(word);
        }
        return words().stream().anyMatch(each -> matches(each, word));
    }

    /** Whether it names what it matches, one or several, without {@code *}. */
    public boolean isNamed() {
        return text.indexOf('*') < 0;
    }

    /** What stands between the {@code |}. */
    public List<String> words() {
        return List.of(text.split("\\|"));
    }

    private boolean isExact() {
        return isNamed() && text.indexOf('|') < 0;
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
