package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentWriterTest {
    private static final int BIG = 3 << 20;

    @TempDir
    Path folder;

    private static byte[] text(int length, int of) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) of);
        return bytes;
    }

    /** What was written out but not published, as when the disk was full after half of a batch. */
    @Test
    void whatWasRolledBackDoesNotComeAgain() throws IOException {
        var writer = SegmentWriter.create(folder, 0, 0);
        writer.append(0, 1, 1, 0, text(10, 'a'));
        writer.publish();
        writer.append(0, 2, 2, 0, text(10, 'x'));
        writer.append(0, 3, 3, 0, text(BIG, 'y'));
        writer.append(0, 4, 4, 0, text(10, 'z'));
        writer.rollBack();
        writer.append(0, 5, 5, 0, text(10, 'b'));
        writer.publish();
        assertThat(writer.segment().count()).isEqualTo(2);
        assertThat(writer.segment().text(1).toArray(ValueLayout.JAVA_BYTE)).isEqualTo(text(10, 'b'));
        var found = new Recovery(folder).segments(); // before it is sealed, as after a kill
        assertThat(found.nextId()).isEqualTo(2);
        var segment = found.kept().getFirst();
        assertThat(segment.text(0).toArray(ValueLayout.JAVA_BYTE)).isEqualTo(text(10, 'a'));
        assertThat(segment.text(1).toArray(ValueLayout.JAVA_BYTE)).isEqualTo(text(10, 'b'));
        assertThat(segment.longOf(1, Layout.TIMESTAMP)).isEqualTo(5);
        segment.arena.close();
        writer.segment().arena.close();
        writer.close();
    }
}
