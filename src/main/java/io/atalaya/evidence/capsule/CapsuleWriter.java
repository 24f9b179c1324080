package io.atalaya.evidence.capsule;

import io.atalaya.evidence.capsule.EvidenceException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a capsule under a temporary name that does not end as one does, and gives it its own when it is whole, signed and on
 * the disk. What is closed before leaves nothing.
 */
public final class CapsuleWriter implements AutoCloseable {
    /** Where bytes go; another one in tests of a full disk. */
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path file) throws IOException;
    }

    /** Looks at everything before it is written. */
    @FunctionalInterface
    public interface Guard {
        /** @throws EvidenceException when it must not be written */
        void look(String name, byte[] content) throws EvidenceException;
    }

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final List<ManifestItem> items = new ArrayList<>();
    private final List<ZipLayout.Entry> entries = new ArrayList<>();
    private boolean named;
    private Guard guard = (name, content) -> {};

    private CapsuleWriter(Path target, Path part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
    }

    /**
     * Begins a capsule.
     *
     * @param id of the capture
     * @throws EvidenceException when it could not be written there
     */
    public static CapsuleWriter begin(Path target, String id) throws EvidenceException {
        return begin(target, id, file -> Disk.create(file, StandardOpenOption.CREATE_NEW));
    }

    static CapsuleWriter begin(Path target, String id, Opener opener) throws EvidenceException {
        if (Files.exists(target)) {
            throw new EvidenceException(Reason.FILE_EXISTS, target.toString());
        }
        var part = target.resolveSibling("." + target.getFileName() + "." + id + ".part");
        try {
            var folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new CapsuleWriter(target, part, opener.open(part));
        } catch (IOException e) {
            throw Disk.unwritable(target, e);
        }
    }

    /** From now on nothing is written that this one refuses. */
    public void guard(Guard by) {
        guard = by;
    }

    /** Adds an item. Its name is used once. */
    public void add(String name, byte[] content) throws EvidenceException {
        guard.look(name, content);
        var packed = Packing.pack(content);
        var deflated = packed != content;
        if (!Names.plain(name) || items.stream().anyMatch(it -> it.name().equals(name))) {
            throw new IllegalArgumentException("no name for an item: " + name);
        }
        var sha256 = Sha256.of(content);
        items.add(new ManifestItem(name, content.length, sha256, packed.length, deflated ? Sha256.of(packed) : sha256));
        put(new ZipLayout.Entry(name, deflated, Packing.crc(content), packed.length, content.length), packed);
    }

    /** What was added so far. */
    public List<ManifestItem> items() {
        return List.copyOf(items);
    }

    private void put(ZipLayout.Entry entry, byte[] packed) throws EvidenceException {
        try {
            if (entries.size() >= ZipLayout.MOST_ENTRIES
                    || channel.position() + entry.length() > Integer.MAX_VALUE - (1 << 24)) {
                throw new EvidenceException(Reason.TOO_LARGE, target.toString());
            }
            Disk.write(channel, ZipLayout.local(entry));
            Disk.write(channel, packed);
            entries.add(entry);
        } catch (IOException e) {
            throw Disk.unwritable(target, e);
        }
    }

    /**
     * Signs, chains and names it.
     *
     * @param stamper asked for a time stamp; null where none is configured. Where it does not answer, the capsule says so
     */
    public Link seal(Facts facts, CapsuleKey key, Chain chain, @Nullable Stamper stamper, String guide)
            throws EvidenceException {
        add(Names.KEY, key.publicPem());
        add(Names.GUIDE, guide.getBytes(StandardCharsets.UTF_8));
        add(Names.SUMS, sums());
        try {
            var link = chain.extend(
                    facts.takenAt(), part, target, (number, previous) -> finish(facts, key, number, previous, stamper));
            named = true;
            return link;
        } catch (IOException e) {
            throw Disk.unwritable(target, e);
        }
    }

    private byte[] sums() {
        var text = new StringBuilder();
        items.forEach(
                it -> text.append(it.sha256()).append("  ").append(it.name()).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private Link finish(Facts facts, CapsuleKey key, long number, String previous, @Nullable Stamper stamper)
            throws IOException {
        var unasked = new Manifest(facts, number, previous, key.fingerprint(), Stamping.NOT_ASKED, items);
        var manifest = ManifestJson.write(stamper == null ? unasked : with(unasked, stamper, null));
        var signature = key.sign(manifest);
        byte[] stamp = null;
        if (stamper != null) {
            try {
                stamp = stamper.stamp(signature);
            } catch (IOException noAnswer) {
                manifest = ManifestJson.write(with(unasked, stamper, noAnswer.toString()));
                signature = key.sign(manifest);
            }
        }
        guard.look(Names.MANIFEST, manifest);
        plain(Names.MANIFEST, manifest);
        plain(Names.SIGNATURE, signature);
        if (stamp != null) {
            plain(Names.STAMP, stamp);
        }
        directory();
        channel.force(true);
        channel.close();
        return new Link(number, facts.id(), facts.takenAt(), key.fingerprint(), Sha256.of(manifest), previous);
    }

    private static Manifest with(Manifest manifest, Stamper stamper, @Nullable String why) {
        return new Manifest(
                manifest.facts(),
                manifest.number(),
                manifest.previous(),
                manifest.key(),
                new Stamping(stamper.authority(), why == null, why),
                manifest.items());
    }

    private void plain(String name, byte[] content) throws EvidenceException {
        put(new ZipLayout.Entry(name, false, Packing.crc(content), content.length, content.length), content);
    }

    private void directory() throws IOException {
        int start = (int) channel.position();
        int offset = 0;
        for (var entry : entries) {
            Disk.write(channel, ZipLayout.central(entry, offset));
            offset += entry.length();
        }
        Disk.write(channel, ZipLayout.end(entries.size(), (int) channel.position() - start, start));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!named) {
            Files.deleteIfExists(part);
        }
    }
}
