package io.atalaya.evidence.document.print;

import io.atalaya.evidence.document.Drawing.Face;

/** How wide a text is in a face. */
public interface Ruler {
    /** In the unit of the size. */
    double width(String text, Face face, double size);

    /** What of it fits; the middle of an id is cut, the end of words. */
    default String fitting(String text, Face face, double size, double room) {
        if (room <= 0 || width(text, face, size) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(cut(text, face, middle), face, size) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return cut(text, face, low);
    }

    private static String cut(String text, Face face, int length) {
        if (face == Face.MONO && length > 8) {
            int tail = length / 2;
            return text.substring(0, length - tail) + "…" + text.substring(text.length() - tail);
        }
        return text.substring(0, length).stripTrailing() + "…";
    }
}
