package io.atalaya.ui.evidence;

import io.atalaya.evidence.capsule.Link;
import io.atalaya.evidence.replay.CapsuleFile;
import io.atalaya.evidence.replay.JudgedClaim;
import io.atalaya.evidence.replay.Shelf;
import io.atalaya.evidence.verify.Checked;
import io.atalaya.evidence.verify.Expected;
import io.atalaya.evidence.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what capsules there are, and verifies them. Blocks; knows no screen. */
final class Library {
    /** Of one that is read whole into memory; larger ones the command line verifies. */
    private static final int PARTS_OF_MEMORY = 4;

    /** All that are known of. */
    record Read(Shelf.Standing standing, List<CapsuleRow> rows) {
        Read {
            rows = List.copyOf(rows);
        }
    }

    private record Kept(Verdicts.Version version, CapsuleRow row) {}

    private final Shelf shelf;
    private final Verdicts verdicts;
    private final long most;
    private final Map<Path, Kept> kept = new HashMap<>();

    Library(Shelf shelf, Verdicts verdicts) {
        this(shelf, verdicts, Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY);
    }

    /** @param most bytes of a file that is verified here */
    Library(Shelf shelf, Verdicts verdicts, long most) {
        this.shelf = shelf;
        this.verdicts = verdicts;
        this.most = most;
    }

    Shelf shelf() {
        return shelf;
    }

    /** Everything, newest first. What did not change is not read again. */
    synchronized Read read() throws IOException {
        var standing = shelf.standing();
        var links = new HashMap<Long, Link>();
        standing.chain().forEach(it -> links.put(it.number(), it));
        var rows = new ArrayList<CapsuleRow>();
        var here = new HashSet<Long>();
        for (var file : shelf.files()) {
            var row = row(file, standing, links);
            rows.add(row);
            if (row.own() && row.manifest() != null) {
                here.add(row.manifest().number());
            }
        }
        for (var link : standing.chain()) {
            if (!here.contains(link.number())) {
                rows.add(new CapsuleRow("chain " + link.number(), null, 0, null, link, true, null, null, null, false));
            }
        }
        rows.sort(Comparator.comparing((CapsuleRow it) -> Objects.requireNonNullElse(it.at(), Instant.MIN))
                .reversed());
        return new Read(standing, rows);
    }

    private CapsuleRow row(Path file, Shelf.Standing standing, Map<Long, Link> links) {
        Verdicts.Version version;
        try {
            version = Verdicts.Version.of(file);
        } catch (IOException gone) {
            return unreadable(file, 0, gone);
        }
        var known = kept.get(file);
        var row = known != null && known.version().equals(version) ? known.row() : fresh(file, version.size());
        kept.put(file, new Kept(version, row));
        var manifest = row.manifest();
        var own = manifest != null && manifest.key().equals(standing.key());
        return new CapsuleRow(
                row.id(),
                row.file(),
                row.size(),
                manifest,
                own && manifest != null ? links.get(manifest.number()) : null,
                own,
                row.claims(),
                row.trouble(),
                verdicts.of(version).orElse(null),
                false);
    }

    private static CapsuleRow fresh(Path file, long size) {
        try {
            var capsule = CapsuleFile.open(file);
            List<JudgedClaim> claims = null;
            try {
                claims = capsule.claims();
            } catch (IOException verifierWillName) {
                claims = null;
            }
            return new CapsuleRow(
                    file.toString(), file, size, capsule.manifest(), null, false, claims, null, null, false);
        } catch (IOException none) {
            return unreadable(file, size, none);
        }
    }

    private static CapsuleRow unreadable(Path file, long size, IOException why) {
        return new CapsuleRow(file.toString(), file, size, null, null, false, null, why.toString(), null, false);
    }

    /**
     * Verifies one file, against nothing but itself: whose key it is, and its place in the chain, the row says.
     *
     * @throws IOException when it cannot be read, or is larger than there is memory for
     */
    Checked verify(Path file) throws IOException {
        var version = Verdicts.Version.of(file);
        if (version.size() > most) {
            throw new IOException(file + ": " + version.size() + " bytes; ./run verify");
        }
        var found = new Verifier(Expected.nothing())
                .verify(List.of(Verifier.file(String.valueOf(file.getFileName()), file)))
                .capsules()
                .getFirst();
        if (version.equals(Verdicts.Version.of(file))) {
            verdicts.put(version, found);
        }
        return found;
    }

    /** A folder with the capsule, and beside it how to check it and the key that must have signed. Returns the folder. */
    static Path export(Path file, Path folder) throws IOException {
        var capsule = CapsuleFile.open(file);
        Files.createDirectory(folder); // a new one: nothing is mixed with what is there
        Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
        for (var name : List.of("VERIFY.md", "public-key.pem")) {
            Files.write(folder.resolve(name), capsule.item(name));
        }
        return folder;
    }

    /** The next best to compare one with: of the same recipe and account, the newest before it. */
    static @Nullable CapsuleRow before(CapsuleRow row, List<CapsuleRow> all) {
        var at = row.at();
        return all.stream()
                .filter(it -> it.file() != null && !it.id().equals(row.id()) && it.manifest() != null)
                .filter(it -> it.recipe().equals(row.recipe()))
                .filter(it -> account(it).equals(account(row)))
                .filter(it -> at != null && it.at() != null && it.at().isBefore(at))
                .findFirst()
                .orElse(null);
    }

    private static String account(CapsuleRow row) {
        var origin = row.origin();
        return origin == null ? "" : origin.account() + origin.region();
    }
}
