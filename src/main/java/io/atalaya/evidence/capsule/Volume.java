package io.atalaya.evidence.capsule;

import io.atalaya.evidence.capsule.EvidenceException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One zip under a temporary name that does not end as a capsule's does. */
final class Volume {
    /** For what is not an item: the key, the guide, the signature, a time stamp, the manifest's head. */
    private static final long HEAD = 48 * 1024;
    /** Of each item in the directory, the manifest, what was left out of it, and the sums, besides its name in each. */
    private static final long EACH = ZipLayout.CENTRAL_SIZE + 520;

    private static final int NAMES = 6;

    private final Path part;
    private final Path target;
    private final FileChannel channel;
    private final List<ManifestItem> items = new ArrayList<>();
    private final List<ZipLayout.Entry> entries = new ArrayList<>();
    private long written;
    private long behind = HEAD;

    /** @param target whose name messages tell */
    Volume(Path part, Path target, FileChannel channel) {
        this.part = part;
        this.target = target;
        this.channel = channel;
    }

    Path part() {
        return part;
    }

    List<ManifestItem> items() {
        return items;
    }

    long bytes() {
        return written;
    }

    boolean has(String name) {
        return items.stream().anyMatch(it -> it.name().equals(name));
    }

    /** Whether it stays within that size with one more item. */
    boolean fits(String name, int packed, long most) {
        return entries.size() < ZipLayout.MOST_ENTRIES - 8
                && written + behind + ZipLayout.LOCAL_SIZE + name.length() + packed + each(name) <= most;
    }

    private static long each(String name) {
        return EACH + NAMES * (long) name.length();
    }

    void add(String name, byte[] content, byte[] packed) throws EvidenceException {
        var deflated = packed != content;
        var sha256 = Sha256.of(content);
        items.add(new ManifestItem(name, content.length, sha256, packed.length, deflated ? Sha256.of(packed) : sha256));
        behind += each(name);
        put(new ZipLayout.Entry(name, deflated, Packing.crc(content), packed.length, content.length), packed);
    }

    /** What is in no manifest, because it is made of it. */
    void plain(String name, byte[] content) throws EvidenceException {
        put(new ZipLayout.Entry(name, false, Packing.crc(content), content.length, content.length), content);
    }

    private void put(ZipLayout.Entry entry, byte[] packed) throws EvidenceException {
        try {
            Disk.write(channel, ZipLayout.local(entry));
            Disk.write(channel, packed);
            entries.add(entry);
            written += entry.length();
        } catch (IOException e) {
            throw Disk.unwritable(target, e);
        }
    }

    /** The items as sha256sum reads them. */
    byte[] sums() {
        var text = new StringBuilder();
        items.forEach(
                it -> text.append(it.sha256()).append("  ").append(it.name()).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Writes the directory, and waits until all of it is on the disk.
     *
     * @throws EvidenceException when it became larger than it may be
     */
    void finish(long most) throws IOException {
        long start = written;
        long offset = 0;
        for (var entry : entries) {
            var central = ZipLayout.central(entry, (int) offset);
            Disk.write(channel, central);
            written += central.length;
            offset += entry.length();
        }
        var end = ZipLayout.end(entries.size(), (int) (written - start), (int) start);
        Disk.write(channel, end);
        written += end.length;
        if (written > most) {
            throw new EvidenceException(Reason.TOO_LARGE, target.toString());
        }
        channel.force(true);
        channel.close();
    }

    /** Once it has its name there is nothing left to delete. */
    void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
