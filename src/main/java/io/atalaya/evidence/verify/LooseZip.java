package io.atalaya.evidence.verify;

import io.atalaya.evidence.capsule.Packing;
import io.atalaya.evidence.capsule.Sha256;
import io.atalaya.evidence.capsule.ZipLayout;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A zip as far as it can be read, so that it can be said what is wrong with it. Believes nothing twice. */
final class LooseZip {
    /**
     * An entry of the directory.
     *
     * @param at where its own header should be
     */
    record Entry(String name, boolean deflated, long crc, int packed, int size, int at) {}

    /** Bytes of an entry, and whether they fit its check sum. */
    record Plain(byte[] bytes, boolean whole) {}

    private static final int LONGEST_COMMENT = 65_535;
    /** Of what is unpacked into memory: manifests of as many items as a zip can have are smaller. */
    private static final int LARGEST_PLAIN = 64 << 20;

    private final byte[] bytes;
    private final ByteBuffer view;
    private final List<Entry> entries;

    LooseZip(byte[] bytes) {
        this.bytes = bytes;
        this.view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.entries = directory();
    }

    /** What the directory names, in its order, as far as it can be read. */
    List<Entry> entries() {
        return entries;
    }

    private List<Entry> directory() {
        var found = new ArrayList<Entry>();
        int end = bytes.length - ZipLayout.END_SIZE;
        int least = Math.max(0, end - LONGEST_COMMENT);
        while (end >= least && view.getInt(end) != ZipLayout.END) {
            end--;
        }
        if (end < least) {
            return found;
        }
        int count = view.getShort(end + 10) & 0xffff;
        int at = view.getInt(end + 16);
        try {
            for (int i = 0; i < count && view.getInt(at) == ZipLayout.CENTRAL; i++) {
                int name = view.getShort(at + 28) & 0xffff;
                int more = (view.getShort(at + 30) & 0xffff) + (view.getShort(at + 32) & 0xffff);
                found.add(new Entry(
                        new String(bytes, at + ZipLayout.CENTRAL_SIZE, name, StandardCharsets.UTF_8),
                        view.getShort(at + 10) != 0,
                        view.getInt(at + 16) & 0xffff_ffffL,
                        view.getInt(at + 20),
                        view.getInt(at + 24),
                        view.getInt(at + 42)));
                at += ZipLayout.CENTRAL_SIZE + name + more;
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException cutOff) {
            return found; // as far as it goes
        }
        return found;
    }

    /** What an entry holds, by its own header; null when that cannot be read. */
    private byte @Nullable [] content(Entry entry) {
        try {
            int name = view.getShort(entry.at() + 26) & 0xffff;
            int more = view.getShort(entry.at() + 28) & 0xffff;
            return content(entry, entry.at() + ZipLayout.LOCAL_SIZE + name + more);
        } catch (IndexOutOfBoundsException elsewhere) {
            return null;
        }
    }

    /** SHA-256 of what an entry holds, by its own header; null when that cannot be read. */
    @Nullable
    String sha256(Entry entry) {
        try {
            int name = view.getShort(entry.at() + 26) & 0xffff;
            int more = view.getShort(entry.at() + 28) & 0xffff;
            int from = entry.at() + ZipLayout.LOCAL_SIZE + name + more;
            if (!inside(entry, from)) {
                return null;
            }
            if (!entry.deflated()) {
                return Sha256.of(bytes, from, entry.packed());
            }
            var seen = Packing.see(bytes, from, entry.packed(), entry.size());
            return seen == null ? null : seen.sha256();
        } catch (IndexOutOfBoundsException elsewhere) {
            return null;
        }
    }

    private boolean inside(Entry entry, int from) {
        return entry.packed() >= 0 && entry.size() >= 0 && from >= 0 && from <= bytes.length - entry.packed();
    }

    private byte @Nullable [] content(Entry entry, int from) {
        if (!inside(entry, from) || (entry.deflated() && entry.size() > LARGEST_PLAIN)) {
            return null;
        }
        return entry.deflated()
                ? Packing.unpack(bytes, from, entry.packed(), entry.size())
                : Arrays.copyOfRange(bytes, from, from + entry.packed());
    }

    /** An entry that is not packed, by whichever of its two headers fits its content; null when there is none. */
    @Nullable
    Plain plain(String name) {
        Plain best = null;
        for (var entry : entries) {
            if (entry.name().equals(name)) {
                int from = entry.at() + ZipLayout.LOCAL_SIZE + name.length();
                // by its own header, or where it stands in a capsule whatever that header says
                for (var content : new byte[][] {content(entry), content(entry, from)}) {
                    if (content != null && Packing.crc(content) == entry.crc()) {
                        return new Plain(content, true);
                    }
                    best = content == null ? best : new Plain(content, false);
                }
            }
        }
        var byItself = byOwnHeader(name);
        return byItself != null && (best == null || byItself.whole()) ? byItself : best;
    }

    private @Nullable Plain byOwnHeader(String name) {
        var wanted = name.getBytes(StandardCharsets.UTF_8);
        for (int at = bytes.length - ZipLayout.LOCAL_SIZE - wanted.length; at >= 0; at--) {
            if (view.getInt(at) == ZipLayout.LOCAL
                    && (view.getShort(at + 26) & 0xffff) == wanted.length
                    && Arrays.equals(
                            bytes,
                            at + ZipLayout.LOCAL_SIZE,
                            at + ZipLayout.LOCAL_SIZE + wanted.length,
                            wanted,
                            0,
                            wanted.length)) {
                int from = at + ZipLayout.LOCAL_SIZE + wanted.length;
                int size = view.getInt(at + 22);
                if (size >= 0 && size <= bytes.length - from) {
                    var content = Arrays.copyOfRange(bytes, from, from + size);
                    return new Plain(content, Packing.crc(content) == (view.getInt(at + 14) & 0xffff_ffffL));
                }
            }
        }
        return null;
    }
}
