package io.atalaya.app;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether this start shows a window. Where there is no display, or a command draws into files, JavaFX is told to draw in
 * memory; that must be said before its first class is loaded.
 */
public final class Display {
    /** Says that there is nobody in front of it. */
    static final String HEADLESS = "atalaya.headless";

    private static final Set<String> NO_WINDOW =
            Set.of("screens", "evidence", "document", "--self-test", "--self-test=all", "--self-test=start");

    private Display() {}

    /** Sets what JavaFX, AWT and this program read; what was set on the command line stays. */
    public static void choose(Map<String, String> environment, String system, List<String> arguments) {
        if (isHeadless(environment, system, arguments)) {
            setIfAbsent("glass.platform", "Headless");
            setIfAbsent("prism.order", "sw");
            setIfAbsent("java.awt.headless", "true");
            setIfAbsent(HEADLESS, "true");
        }
    }

    static boolean isHeadless(Map<String, String> environment, String system, List<String> arguments) {
        if (arguments.stream().anyMatch(NO_WINDOW::contains)) {
            return true;
        }
        return system.startsWith("Linux") && isBlank(environment, "DISPLAY") && isBlank(environment, "WAYLAND_DISPLAY");
    }

    private static boolean isBlank(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").isBlank();
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
