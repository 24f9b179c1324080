package io.atalaya.logs.store;

import io.atalaya.logs.StreamName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers of streams in the order in which they were first seen. One thread adds, any reads; a stream is never taken out. */
final class StreamTable implements AutoCloseable {
    static final String FILE = "streams.rec";

    private static final StreamName UNKNOWN = new StreamName("", "");

    private final RecordFile file;
    private final Map<StreamName, Integer> numbers = new HashMap<>();
    private final List<byte[]> unwritten = new ArrayList<>();
    private StreamName[] names = new StreamName[16];
    /** Published last: who reads it sees the names below it. */
    private volatile StreamName[] seen = names;

    private volatile int count;

    StreamTable(Path folder) {
        file = RecordFile.open(folder.resolve(FILE));
        file.replay(record -> add(decode(record)));
    }

    int number(StreamName name) {
        var known = numbers.get(name);
        if (known != null) {
            return known;
        }
        unwritten.add(encode(name));
        return add(name);
    }

    /** Names that only a power cut can have lost: their events are kept, under an empty name. */
    void atLeast(int streams) {
        while (count < streams) {
            unwritten.add(encode(UNKNOWN));
            add(UNKNOWN);
        }
    }

    /** Must come before any event of a new stream is written. */
    void write() {
        if (!unwritten.isEmpty()) {
            file.append(unwritten);
            unwritten.clear();
        }
    }

    StreamName name(int number) {
        return number >= 0 && number < count ? seen[number] : UNKNOWN;
    }

    int count() {
        return count;
    }

    void force() {
        file.force();
    }

    @Override
    public void close() {
        file.close();
    }

    private int add(StreamName name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
        }
        names[count] = name;
        seen = names;
        numbers.put(name, count);
        return count++;
    }

    private static byte[] encode(StreamName name) {
        var group = name.group().getBytes(StandardCharsets.UTF_8);
        var stream = name.stream().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + group.length + stream.length)
                .putInt(group.length)
                .put(group)
                .put(stream)
                .array();
    }

    private static StreamName decode(byte[] record) {
        var length = ByteBuffer.wrap(record).getInt();
        var stream = Integer.BYTES + length;
        return new StreamName(
                new String(record, Integer.BYTES, length, StandardCharsets.UTF_8),
                new String(record, stream, record.length - stream, StandardCharsets.UTF_8));
    }
}
