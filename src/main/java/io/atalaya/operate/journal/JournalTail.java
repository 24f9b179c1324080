package io.atalaya.operate.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The end of a journal: what the next line follows.
 *
 * @param number of the last whole line; 0 where there is none
 * @param hash of it
 * @param open whether the file does not end with a line end: a crash left part of a line
 */
record JournalTail(long number, String hash, boolean open) {
    private static final int STEP = 64 * 1024;

    /**
     * Looks from the end of the file backwards for the last line that is whole.
     *
     * @throws IOException when the file cannot be read
     */
    static JournalTail of(FileChannel channel) throws IOException {
        var size = channel.size();
        for (var room = STEP; ; room *= 4) {
            var from = Math.max(0, size - room);
            var text = read(channel, from, (int) (size - from));
            var open = !text.isEmpty() && text.charAt(text.length() - 1) != Journal.LINE_END;
            var lines = text.split("\n", -1);
            // the first piece may be the end of a line that began earlier
            for (int i = lines.length - 1; i >= (from == 0 ? 0 : 1); i--) {
                try {
                    var line = JournalLine.read(lines[i]);
                    return new JournalTail(line.number(), line.hash(), open);
                } catch (JournalLine.BadLineException notWhole) {
                    continue;
                }
            }
            if (from == 0) {
                return new JournalTail(0, JournalLine.BEGINNING, open);
            }
        }
    }

    private static String read(FileChannel channel, long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            continue;
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
