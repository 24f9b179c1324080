package io.atalaya.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * Some questions of a read were answered and some were not. The loop shows what there is with the problem and with the age of
 * the oldest item in it, so that nothing looks newer than it is.
 */
public final class PartialReadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<?> items;
    private final boolean old;

    /**
     * @param answered the new answers
     * @param kept previous items in place of those that did not come
     * @param cause what the first failed question threw
     */
    public <T> PartialReadException(List<T> answered, List<T> kept, Exception cause) {
        super(cause);
        var all = new ArrayList<T>(answered);
        all.addAll(kept);
        this.items = List.copyOf(all);
        this.old = !kept.isEmpty();
    }

    /** Whether some of the items are from a read before this one. */
    public boolean old() {
        return old;
    }

    /** Of the type of the part that was read. */
    public List<?> items() {
        return items;
    }
}
