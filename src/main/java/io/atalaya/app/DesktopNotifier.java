package io.atalaya.app;

/** Shows a notice outside the windows of this program. */
@FunctionalInterface
interface DesktopNotifier {
    /** Where there is no way to. */
    DesktopNotifier NONE = notice -> false;

    /** Blocks for seconds at most; whether the desktop took it. */
    boolean show(Notice notice);
}
