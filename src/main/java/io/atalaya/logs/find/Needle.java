package io.atalaya.logs.find;

import io.atalaya.logs.Level;

/**
 * Tells whether texts match. It may keep what it learned on the way, so it belongs to one thread at a time. No text takes it longer
 * than a time in proportion to its length.
 */
interface Needle {
    /**
     * Whether the text matches.
     *
     * @param bytes holding it, in UTF-8 or whatever came
     * @param from where it begins
     * @param to where it ends
     * @param level what the event was understood to say of itself
     */
    boolean in(byte[] bytes, int from, int to, Level level);

    /** Whether {@link #mark} is worth calling: it looks at many texts at a time. */
    default void mark(Block block, long[] into) {
        for (int i = 0; i < block.count(); i++) {
            if (in(block.bytes(), block.start(i), block.end(i), block.level(i))) {
                into[i >>> 6] |= 1L << i;
            }
        }
    }
}
