package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.WireFault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list and the token of the next one.
 *
 * @param token null on the last page
 */
record Page<T>(List<T> items, @Nullable String token) {
    /**
     * The page a caller asked for.
     *
     * @param limit how many at most, null for {@code standard}
     * @param token as answered with the page before, null or empty for the first page
     * @param invalid the fault of a token this service never gave
     */
    static <T> Page<T> of(
            List<T> all, @Nullable Integer limit, int standard, @Nullable String token, WireFault invalid) {
        int from = token == null || token.isEmpty() ? 0 : offset(token, invalid);
        if (from > all.size()) {
            throw invalid;
        }
        int to = Math.min(all.size(), from + (limit == null ? standard : limit));
        return new Page<>(List.copyOf(all.subList(from, to)), to < all.size() ? token(to) : null);
    }

    static String token(int offset) {
        byte[] text = ("atalaya-sandbox-page:" + offset).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static int offset(String token, WireFault invalid) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith("atalaya-sandbox-page:")) {
                return Integer.parseInt(text.substring(text.indexOf(':') + 1));
            }
            throw invalid;
        } catch (IllegalArgumentException notOurs) {
            invalid.initCause(notOurs);
            throw invalid;
        }
    }
}
