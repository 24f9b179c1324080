package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.logs.TailedGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SessionInfo INFO = new SessionInfo(
            "checkop errors",
            "practice",
            "123456789012",
            "us-east-1",
            "sandbox",
            List.of(
                    TailedGroup.all("/web", "arn:aws:logs:us-east-1:123456789012:log-group:/web"),
                    new TailedGroup("/db", "arn:db", List.of(), "primary")),
            "?ERROR ?WARN",
            NOON,
            null);

    @TempDir
    Path folder;

    private Sessions sessions() {
        return new Sessions(folder.resolve("logs"), InstantSource.fixed(NOON));
    }

    private static String idOf(LogStore store) {
        return store.folder().getFileName().toString();
    }

    @Test
    void listsWhatThereIs() {
        assertThat(sessions().list()).isEmpty();
        String id;
        try (var store = sessions().create(INFO, Limits.USUAL)) {
            id = idOf(store);
            assertThat(id).matches("20261122T120000Z-[0-9a-f]{8}");
            for (int i = 0; i < 100; i++) {
                Numbered.append(store, i);
            }
            store.publish();
            store.withdraw(7);
            var open = sessions().list();
            assertThat(open).singleElement().satisfies(each -> {
                assertThat(each.inUse()).isTrue();
                assertThat(each.events()).isEqualTo(99);
                assertThat(each.info()).isEqualTo(INFO);
            });
        }
        assertThat(sessions().list()).singleElement().satisfies(each -> {
            assertThat(each.inUse()).isFalse();
            assertThat(each.events()).isEqualTo(99);
            assertThat(each.bytes()).isBetween(10_000L, 60_000L);
            assertThat(each.span().orElseThrow()[0]).isEqualTo(each.least());
            assertThat(each.least()).isGreaterThanOrEqualTo(1_700_000_000_000L).isLessThan(each.most());
        });
        sessions().save(id, INFO.titled("another").ended(NOON.plusSeconds(5)));
        assertThat(sessions().info(id).title()).isEqualTo("another");
        assertThat(sessions().info(id).ended()).isEqualTo(NOON.plusSeconds(5));
        try (var store = sessions().reopen(id, Limits.USUAL)) {
            StoreCheck.whole(store);
        }
    }

    @Test
    void deletesButNotUnderAReader() {
        String id;
        try (var store = sessions().create(INFO, Limits.USUAL)) {
            id = idOf(store);
            assertThatThrownBy(() -> sessions().delete(id))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.IN_USE));
            Numbered.append(store, 0);
            store.publish();
        }
        sessions().delete(id);
        assertThat(folder.resolve("logs")).isEmptyDirectory();
        assertThatThrownBy(() -> sessions().delete(id))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.GONE));
        assertThatThrownBy(() -> sessions().delete("../..")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsWhatIsDamaged() throws IOException {
        try (var store = sessions().create(INFO, Limits.USUAL)) {
            Files.writeString(store.folder().resolve(SessionInfo.FILE), "{\"title\": ");
        }
        Files.createDirectories(folder.resolve("logs").resolve("20261122T130000Z-00000000"));
        Files.createDirectories(folder.resolve("logs").resolve("something else"));
        assertThat(sessions().list())
                .extracting(each -> each.info().started())
                .containsExactly(Instant.parse("2026-11-22T13:00:00Z"), NOON);
        sessions().list().forEach(each -> sessions().delete(each.id()));
        assertThat(folder.resolve("logs")).isDirectoryNotContaining("glob:**2026*");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseCanRead() throws IOException {
        try (var store = sessions().create(INFO, Limits.USUAL)) {
            Numbered.append(store, 0);
            store.publish();
            store.withdraw(0);
        }
        try (var all = Files.walk(folder.resolve("logs"))) {
            for (var path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }
}
