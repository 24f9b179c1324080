package io.atalaya.logs.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T14:03:39Z");

    @TempDir
    Path folder;

    private Notes open() {
        return Notes.open(folder.resolve("notes.rec"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void keepsWhatWasNoted() {
        try (var notes = open()) {
            notes.pin(7, 2_000, "aquí empezó");
            notes.pin(3, 1_000, "");
            notes.pin(9, 3_000, "wrong");
            notes.pin(7, 2_000, "empezó aquí");
            notes.unpin(9);
            notes.clear(1_500);
            assertThat(notes.version()).isEqualTo(6);
        }
        try (var notes = open()) {
            assertThat(notes.all())
                    .containsExactly(new Notes.Note(3, 1_000, "", NOW), new Notes.Note(7, 2_000, "empezó aquí", NOW));
            assertThat(notes.of(9)).isEmpty();
            assertThat(notes.cleared()).hasValue(1_500L);
            assertThat(notes.unread()).isZero();
            notes.unclear();
        }
        try (var notes = open()) {
            assertThat(notes.cleared()).isEmpty();
        }
    }
}
