package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who sees a window, and who draws into files. */
class DisplayTest {
    private static final Map<String, String> SCREEN = Map.of("DISPLAY", ":0");

    private static boolean headless(Map<String, String> environment, String system, String... arguments) {
        return Display.isHeadless(environment, system, List.of(arguments));
    }

    @Test
    void onLinuxItIsTheDisplayThatMatters() {
        assertThat(headless(Map.of(), "Linux")).isTrue();
        assertThat(headless(Map.of("DISPLAY", " "), "Linux", "--sandbox")).isTrue();
        assertThat(headless(SCREEN, "Linux", "--profile", "prod")).isFalse();
        assertThat(headless(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux")).isFalse();
    }

    @Test
    void elsewhereThereIsAlwaysOne() {
        assertThat(headless(Map.of(), "Mac OS X")).isFalse();
        assertThat(headless(Map.of(), "Windows 11")).isFalse();
    }

    @Test
    void whatDrawsIntoFilesNeedsNone() {
        assertThat(headless(SCREEN, "Linux", "screens", "--out", "x")).isTrue();
        assertThat(headless(SCREEN, "Windows 11", "--profile", "prod", "evidence"))
                .isTrue();
        assertThat(headless(SCREEN, "Mac OS X", "--self-test=start")).isTrue();
    }
}
