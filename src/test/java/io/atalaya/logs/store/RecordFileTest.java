package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    @TempDir
    Path folder;

    private static List<byte[]> all(RecordFile file) {
        var all = new ArrayList<byte[]>();
        file.replay(all::add);
        return all;
    }

    @Test
    void tellsWhatWasAdded() {
        var records = List.of(new byte[] {1, 2, 3}, new byte[0], new byte[100_000], new byte[] {0});
        try (var file = RecordFile.open(folder.resolve("a.rec"))) {
            file.append(records.getFirst());
            file.append(records.subList(1, 4));
            file.append(List.of());
            assertThat(all(file)).containsExactlyElementsOf(records);
        }
        try (var file = RecordFile.open(folder.resolve("a.rec"))) {
            assertThat(all(file)).containsExactlyElementsOf(records);
            file.append(new byte[] {9});
            assertThat(all(file)).hasSize(5);
        }
    }

    @Test
    void cutsATornTailAtEveryByte() throws IOException {
        var path = folder.resolve("a.rec");
        try (var file = RecordFile.open(path)) {
            file.append(new byte[] {1});
            file.append(new byte[] {2, 2});
            file.append(new byte[] {3, 3, 3});
        }
        var whole = Files.readAllBytes(path);
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(path, Arrays.copyOf(whole, cut));
            var records = cut < 17 ? 0 : cut < 27 ? 1 : cut < 38 ? 2 : 3;
            var seen = new ArrayList<byte[]>();
            RecordFile.replay(path, seen::add);
            assertThat(seen).hasSize(records);
            assertThat(Files.size(path)).as("looking leaves it as it is").isEqualTo(cut);
            try (var file = RecordFile.open(path)) {
                file.append(new byte[] {4});
                assertThat(all(file)).hasSize(records + 1).last().isEqualTo(new byte[] {4});
            }
        }
    }

    @Test
    void leavesAnotherKindOfFileAlone() throws IOException {
        var path = folder.resolve("letter");
        Files.writeString(path, "Dear reader, this is a letter.");
        assertThatThrownBy(() -> RecordFile.open(path))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FOREIGN));
        assertThat(path).hasContent("Dear reader, this is a letter.");
    }

    @Test
    void isWrittenByAThreadThatWasInterrupted() {
        try (var file = RecordFile.open(folder.resolve("a.rec"))) {
            Thread.currentThread().interrupt();
            file.append(new byte[] {1});
            file.force();
            assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
            assertThat(all(file)).hasSize(1);
        }
    }
}
