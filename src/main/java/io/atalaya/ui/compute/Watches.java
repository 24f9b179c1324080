package io.atalaya.ui.compute;

/** Closes what a view was handed by its {@code Asker}. */
final class Watches {
    private Watches() {}

    /** @throws IllegalStateException when closing fails, which for a watch handle is a fault of this program */
    static void close(AutoCloseable handle) {
        try {
            handle.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing a watch", e);
        }
    }
}
