package io.atalaya.watch;

import java.util.List;

/**
 * Some questions of a read were answered and some were not. The loop shows what there is with the problem and with the age of
 * the oldest item in it, so that nothing looks newer than it is.
 */
public final class PartialReadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<?> items;

    /**
     * @param items the new answers, and the previous items where there was none
     * @param cause what the first failed question threw
     */
    public PartialReadException(List<?> items, Exception cause) {
        super(cause);
        this.items = List.copyOf(items);
    }

    /** Of the type of the part that was read. */
    public List<?> items() {
        return items;
    }
}
