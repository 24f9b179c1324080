package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        later.shutdownNow();
    }

    @Test
    void whatWasPutIsThereAfterARestart() {
        try (var settings = new SettingsFile(file(), later)) {
            settings.put("shell.view", "topology");
            settings.put("filter", "\"quoted\"\nñ \u202e");
        }
        try (var again = new SettingsFile(file(), later)) {
            assertThat(again.get("shell.view")).hasValue("topology");
            assertThat(again.get("filter")).hasValue("\"quoted\"\nñ \u202e");
            assertThat(again.get("never")).isEmpty();
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        try (var settings = new SettingsFile(file(), later)) {
            settings.put("a", "b");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void anUnreadableFileIsKeptAsideAndTheDefaultsApply() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{ broken");
        try (var settings = new SettingsFile(file(), later)) {
            assertThat(settings.get("a")).isEmpty();
            settings.put("a", "b");
        }
        assertThat(file().resolveSibling("settings.json.unreadable")).hasContent("{ broken");
        assertThat(file()).content().contains("\"a\" : \"b\"");
    }

    @Test
    void aFolderThatCannotBeWrittenCostsOnlyTheMemory() throws IOException {
        Files.writeString(folder.resolve("sub"), "a file where the folder should be");
        try (var settings = new SettingsFile(file(), later)) {
            settings.put("a", "b");
            assertThat(settings.get("a")).hasValue("b");
        }
        assertThat(folder.resolve("sub")).hasContent("a file where the folder should be");
    }

    private Path file() {
        return folder.resolve("sub/settings.json");
    }
}
