package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.RecentConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentConnectionsFileTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:03:00Z");

    @TempDir
    private Path folder;

    @Test
    void newestIsFirstAndTheSameConnectionOnlyOnce() {
        var file = folder.resolve("sub").resolve("recent.json");
        var recent = new RecentConnectionsFile(file);
        recent.used(connection("prod", "us-east-1", NOW));
        recent.used(connection("prod", "us-west-2", NOW.plusSeconds(1)));
        recent.used(connection("prod", "us-east-1", NOW.plusSeconds(2)));

        assertThat(new RecentConnectionsFile(file).all())
                .containsExactly(
                        connection("prod", "us-east-1", NOW.plusSeconds(2)),
                        connection("prod", "us-west-2", NOW.plusSeconds(1)));
    }

    @Test
    void everythingComesBack() {
        var file = folder.resolve("recent.json");
        var full = new RecentConnection(
                "local", "us-east-1", URI.create("http://127.0.0.1:4566"), false, "111122223333", "checkop", NOW);
        var sandbox = new RecentConnection("checkop", "us-east-1", null, true, null, null, NOW);
        var recent = new RecentConnectionsFile(file);
        recent.used(full);
        recent.used(sandbox);

        assertThat(new RecentConnectionsFile(file).all()).containsExactly(sandbox, full);
        assertThat(sandbox.again().sandbox()).isEqualTo("checkop");
        assertThat(full.again().profile()).isEqualTo("local");
        assertThat(full.again().endpointUrl()).isEqualTo(URI.create("http://127.0.0.1:4566"));
    }

    @Test
    void twentyAreEnough() {
        var recent = new RecentConnectionsFile(folder.resolve("recent.json"));
        for (int i = 0; i < 30; i++) {
            recent.used(connection("p" + i, "us-east-1", NOW.plusSeconds(i)));
        }

        assertThat(recent.all()).hasSize(20);
        assertThat(recent.all().getFirst().profile()).isEqualTo("p29");
    }

    @Test
    void damageCostsOnlyTheMemory() throws IOException {
        var file = folder.resolve("recent.json");
        Files.writeString(
                file, "[{\"profile\": \"a\"}, {\"profile\": \"b\", \"region\": \"r\", \"lastUsed\": \"never\"}]");
        assertThat(new RecentConnectionsFile(file).all()).isEmpty();
        Files.writeString(file, "[{");
        assertThat(new RecentConnectionsFile(file).all()).isEmpty();
    }

    private static RecentConnection connection(String profile, String region, Instant at) {
        return new RecentConnection(profile, region, null, false, "111122223333", null, at);
    }
}
