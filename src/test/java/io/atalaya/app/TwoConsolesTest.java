package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atalaya.connect.RecentConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the console over the same folder: nothing is torn, nothing one did not touch is undone by it. */
class TwoConsolesTest {
    private static final int TIMES = 200;

    @TempDir
    Path folder;

    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);

    @AfterEach
    void stop() {
        later.shutdownNow();
    }

    @Test
    void keepWhatTheOtherSet() {
        var file = folder.resolve("settings.json");
        var one = new SettingsFile(file, later);
        var other = new SettingsFile(file, later);
        one.put("settings.language", "es");
        other.put("settings.theme", "DARK");
        one.close();
        other.close();
        one.put("shell.view", "topology");
        one.close();

        var next = new SettingsFile(file, later);
        assertThat(next.get("settings.language")).contains("es");
        assertThat(next.get("settings.theme")).contains("DARK");
        assertThat(next.get("shell.view")).contains("topology");
    }

    @Test
    void neverTearTheFile() throws Exception {
        var file = folder.resolve("settings.json");
        var json = new ObjectMapper();
        new SettingsFile(file, later).close();
        var work = new ArrayList<Callable<Boolean>>();
        for (var process = 0; process < 2; process++) {
            var name = "process" + process;
            work.add(() -> {
                for (var i = 0; i < TIMES; i++) {
                    var settings = new SettingsFile(file, later);
                    settings.put(name, "x".repeat(i * 20));
                    settings.close();
                }
                return true;
            });
        }
        work.add(() -> {
            for (var i = 0; i < TIMES; i++) {
                if (Files.exists(file)) {
                    json.readValue(Files.readString(file), new TypeReference<Map<String, String>>() {});
                }
            }
            return true;
        });
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(work, 1, TimeUnit.MINUTES)) {
                assertThat(each.get()).isTrue();
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void rememberEachOthersConnections() {
        var file = folder.resolve("recent.json");
        var one = new RecentConnectionsFile(file);
        var other = new RecentConnectionsFile(file);
        one.used(connection("production"));
        other.used(connection("staging"));

        assertThat(new RecentConnectionsFile(file).all())
                .extracting(RecentConnection::profile)
                .containsExactly("staging", "production");
    }

    private static RecentConnection connection(String profile) {
        return new RecentConnection(profile, "us-east-1", null, false, null, null, Instant.EPOCH);
    }
}
