package io.atalaya.evidence.capsule;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The frame of a capsule's zip. Each byte of it follows from the entries' names, sizes and check sums: no date, no comment, no
 * extra field, so that a verifier can tell every one that is not as it was written.
 */
public final class ZipLayout {
    public static final int LOCAL = 0x04034b50;
    public static final int CENTRAL = 0x02014b50;
    public static final int END = 0x06054b50;
    public static final int LOCAL_SIZE = 30;
    public static final int CENTRAL_SIZE = 46;
    public static final int END_SIZE = 22;

    /** More needs another format of the directory. */
    public static final int MOST_ENTRIES = 65_534;

    private static final short VERSION = 20;
    /** Names are UTF-8. */
    private static final short FLAGS = 0x0800;
    /** 1 January 1980, the first day a zip knows. */
    private static final short DAY = 0x21;

    private static final short DEFLATED = 8;

    /**
     * One entry as the frame describes it.
     *
     * @param packed bytes in the file; equal to {@code size} and not deflated where packing saves nothing
     */
    public record Entry(String name, boolean deflated, long crc, int packed, int size) {
        /** Of header, name and data. */
        public long length() {
            return (long) LOCAL_SIZE + name.getBytes(StandardCharsets.UTF_8).length + packed;
        }
    }

    private ZipLayout() {}

    /** What stands before an entry's data. */
    public static byte[] local(Entry entry) {
        var name = entry.name().getBytes(StandardCharsets.UTF_8);
        var out = buffer(LOCAL_SIZE + name.length).putInt(LOCAL).putShort(VERSION);
        return common(out, entry, name).put(name).array();
    }

    /** What stands for an entry in the directory. */
    public static byte[] central(Entry entry, int offset) {
        var name = entry.name().getBytes(StandardCharsets.UTF_8);
        var out = buffer(CENTRAL_SIZE + name.length)
                .putInt(CENTRAL)
                .putShort(VERSION)
                .putShort(VERSION);
        return common(out, entry, name)
                .putShort((short) 0) // comment
                .putShort((short) 0) // disk
                .putShort((short) 0)
                .putInt(0)
                .putInt(offset)
                .put(name)
                .array();
    }

    /** What ends the file. */
    public static byte[] end(int entries, int directorySize, int directoryOffset) {
        return buffer(END_SIZE)
                .putInt(END)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(directorySize)
                .putInt(directoryOffset)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer common(ByteBuffer out, Entry entry, byte[] name) {
        return out.putShort(FLAGS)
                .putShort(entry.deflated() ? DEFLATED : 0)
                .putShort((short) 0)
                .putShort(DAY)
                .putInt((int) entry.crc())
                .putInt(entry.packed())
                .putInt(entry.size())
                .putShort((short) name.length)
                .putShort((short) 0);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
