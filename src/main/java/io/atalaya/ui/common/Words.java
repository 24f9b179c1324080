package io.atalaya.ui.common;

import java.util.Locale;

/** Small rules about texts on screen, without a screen: models use them too. */
public final class Words {
    private Words() {}

    /** {@code i-0f3d8a66…2c904}: an id too long for its room loses its middle, never its end. */
    public static String cutMiddle(String value, int room) {
        if (value.length() <= room || room < 5) {
            return value;
        }
        int end = Math.min(5, room / 2);
        return value.substring(0, room - end - 1) + "…" + value.substring(value.length() - end);
    }

    /** Whether all words of a filter occur in the text, whatever their case. An empty filter admits all. */
    public static boolean admits(String filter, String text) {
        var haystack = text.toLowerCase(Locale.ROOT);
        for (var word : filter.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!haystack.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
