package io.atalaya.ui.common;

/** Closes what a view was handed by its {@code Asker}. */
public final class Watches {
    private Watches() {}

    /** @throws IllegalStateException when closing fails, which for a watch handle is a fault of this program */
    public static void close(AutoCloseable handle) {
        try {
            handle.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing a watch", e);
        }
    }
}
