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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a capture as a capsule, or as several where one would be too large. They get their names when all of them are whole,
 * signed and on the disk. What is closed before leaves nothing.
 */
public final class CapsuleWriter implements AutoCloseable {
    /** What AWS Audit Manager takes as one file of evidence: 100 MB. */
    public static final long AUDIT_MANAGER = 100_000_000;
    /** A smaller one would hold hardly more than its own manifest. */
    public static final long LEAST = 100_000;
    /** What a zip of this kind can be. */
    public static final long MOST = Integer.MAX_VALUE;

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
    private final String id;
    private final long most;
    private final Opener opener;
    private final List<Volume> volumes = new ArrayList<>();
    private List<Path> files = List.of();
    private Guard guard = (name, content) -> {};

    private CapsuleWriter(Path target, String id, long most, Opener opener) {
        this.target = target;
        this.id = id;
        this.most = Math.min(most, MOST);
        this.opener = opener;
    }

    /** Begins a capture of which no file is larger than AWS Audit Manager takes. */
    public static CapsuleWriter begin(Path target, String id) throws EvidenceException {
        return begin(target, id, AUDIT_MANAGER);
    }

    /**
     * Begins a capture.
     *
     * @param id of it
     * @param most bytes of one file
     * @throws EvidenceException when it could not be written there
     */
    public static CapsuleWriter begin(Path target, String id, long most) throws EvidenceException {
        return begin(target, id, most, file -> Disk.create(file, StandardOpenOption.CREATE_NEW));
    }

    static CapsuleWriter begin(Path target, String id, long most, Opener opener) throws EvidenceException {
        if (Files.exists(target)) {
            throw new EvidenceException(Reason.FILE_EXISTS, target.toString());
        }
        try {
            var folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var writer = new CapsuleWriter(target, id, most, opener);
            writer.open();
            return writer;
        } catch (IOException e) {
            throw Disk.unwritable(target, e);
        }
    }

    private Volume open() throws IOException {
        var number = volumes.isEmpty() ? "" : "." + (volumes.size() + 1);
        var part = target.resolveSibling("." + target.getFileName() + "." + id + number + ".part");
        var volume = new Volume(part, target, opener.open(part));
        volumes.add(volume);
        return volume;
    }

    /** From now on nothing is written that this one refuses. */
    public void guard(Guard by) {
        guard = by;
    }

    /** Adds an item. Its name is used once. */
    public void add(String name, byte[] content) throws EvidenceException {
        guard.look(name, content);
        if (!Names.plain(name) || Names.sealed(name) || volumes.stream().anyMatch(it -> it.has(name))) {
            throw new IllegalArgumentException("no name for an item: " + name);
        }
        // a picture is packed by itself
        var packed = name.endsWith(".png") ? content : Packing.pack(content);
        var volume = volumes.getLast();
        if (!volume.fits(name, packed.length, most)) {
            try {
                volume = volume.items().isEmpty() ? volume : open();
            } catch (IOException e) {
                throw Disk.unwritable(target, e);
            }
            if (!volume.fits(name, packed.length, most)) {
                throw new EvidenceException(Reason.TOO_LARGE, target + ": " + name);
            }
        }
        volume.add(name, content, packed);
    }

    /** What was added so far. */
    public List<ManifestItem> items() {
        return volumes.stream().flatMap(it -> it.items().stream()).toList();
    }

    /** The files it became, in order; none before it is sealed. */
    public List<Path> files() {
        return files;
    }

    /** Of all files. */
    public long bytes() {
        return volumes.stream().mapToLong(Volume::bytes).sum();
    }

    /**
     * Signs, chains and names it. Several capsules follow each other in the chain.
     *
     * @param stamper asked for a time stamp; null where none is configured. Where it does not answer, the capsule says so
     * @return the last link
     */
    public Link seal(Facts facts, CapsuleKey key, Chain chain, @Nullable Stamper stamper, String guide)
            throws EvidenceException {
        var pending = new ArrayList<Chain.Pending>();
        var named = new ArrayList<Path>();
        for (int i = 0; i < volumes.size(); i++) {
            var volume = volumes.get(i);
            for (var each : List.of(Names.KEY, Names.GUIDE, Names.SUMS)) {
                var content =
                        switch (each) {
                            case Names.KEY -> key.publicPem();
                            case Names.GUIDE -> guide.getBytes(StandardCharsets.UTF_8);
                            default -> volume.sums();
                        };
                guard.look(each, content);
                volume.add(each, content, Packing.pack(content));
            }
            var share = new Share(i + 1, volumes.size());
            var file = file(share);
            if (Files.exists(file)) {
                throw new EvidenceException(Reason.FILE_EXISTS, file.toString());
            }
            named.add(file);
            var sealing = new Sealing(own(facts, volume, i), share, key, stamper, guard);
            pending.add(new Chain.Pending(
                    volume.part(), file, (number, previous) -> sealing.finish(volume, number, previous, most)));
        }
        try {
            var links = chain.extend(facts.takenAt(), pending);
            files = List.copyOf(named);
            return links.getLast();
        } catch (IOException e) {
            throw Disk.unwritable(target, e);
        }
    }

    /** {@code evidence.zip}, or {@code evidence-1of3.zip}. */
    private Path file(Share share) {
        if (share.of() == 1) {
            return target;
        }
        var name = String.valueOf(target.getFileName());
        int dot = name.lastIndexOf('.');
        var number = "-" + share.number() + "of" + share.of();
        return target.resolveSibling(dot <= 0 ? name + number : name.substring(0, dot) + number + name.substring(dot));
    }

    /** What was left out of an item is said where the item is; the rest in the first. */
    private Facts own(Facts facts, Volume volume, int place) {
        if (volumes.size() == 1) {
            return facts;
        }
        Set<String> others = volumes.stream()
                .filter(it -> it != volume)
                .flatMap(it -> it.items().stream())
                .map(ManifestItem::name)
                .collect(Collectors.toSet());
        return facts.leavingOut(facts.leftOut().stream()
                .filter(it -> volume.has(it.where()) || (place == 0 && !others.contains(it.where())))
                .toList());
    }

    @Override
    public void close() throws IOException {
        for (var volume : volumes) {
            volume.close();
        }
    }
}
