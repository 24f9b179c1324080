package io.atalaya.evidence.replay;

import io.atalaya.evidence.capsule.Chain;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.KeyFolder;
import io.atalaya.evidence.capsule.Link;
import io.atalaya.evidence.capsule.PublicKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The capsules that this user made or opened: where their files are, and what the chain of the key says. */
public final class Shelf {
    /** The public half, as {@link KeyFolder} writes it. */
    private static final String PUBLIC_FILE = "public-key.pem";

    /** How much of the fingerprint is in the name of the chain's file. */
    private static final int SHORT = 16;

    /**
     * The user's key and its chain.
     *
     * @param key fingerprint; null where there is no key yet
     * @param locked whether a passphrase opens it
     * @param chain all capsules that it signed, oldest first
     * @param trouble why the key or the chain cannot be believed; null when they can
     */
    public record Standing(
            @Nullable String key,
            boolean locked,
            List<Link> chain,
            @Nullable EvidenceException trouble) {
        public Standing {
            chain = List.copyOf(chain);
        }

        public static Standing none() {
            return new Standing(null, false, List.of(), null);
        }
    }

    private final KeyFolder keys;
    private final Path capsules;
    private final Path known;

    /**
     * @param keys where the key is
     * @param capsules where those go that nobody wanted elsewhere; need not be there
     */
    public Shelf(KeyFolder keys, Path capsules) {
        this.keys = keys;
        this.capsules = capsules;
        this.known = keys.folder().resolve("known-files.txt");
    }

    /** Where new ones go. */
    public Path capsules() {
        return capsules;
    }

    /** What is known of the key. It is not made, and not opened. */
    public Standing standing() {
        var file = keys.folder().resolve(PUBLIC_FILE);
        if (Files.notExists(file)) {
            return Standing.none();
        }
        String key = null;
        boolean locked = false;
        try {
            key = PublicKeys.read(Files.readAllBytes(file))
                    .map(PublicKeys::fingerprint)
                    .orElseThrow(() -> unreadable(file, "no Ed25519 key"));
            locked = keys.locked();
            var chain = keys.folder().resolve("chain-" + key.substring(0, SHORT) + ".jsonl");
            return new Standing(key, locked, Files.exists(chain) ? Chain.read(chain) : List.of(), null);
        } catch (EvidenceException e) {
            return new Standing(key, locked, List.of(), e);
        } catch (IOException e) {
            return new Standing(key, locked, List.of(), unreadable(file, e.toString()));
        }
    }

    private static EvidenceException unreadable(Path file, String why) {
        return new EvidenceException(EvidenceException.Reason.KEY_UNREADABLE, file.toString(), why);
    }

    /** The files: those of the folder, and those that were opened or made elsewhere, whether or not they are still there. */
    public List<Path> files() throws IOException {
        var files = new LinkedHashSet<Path>();
        try (var here = Files.newDirectoryStream(capsules, "*.zip")) {
            here.forEach(it -> files.add(it.toAbsolutePath().normalize()));
        } catch (java.nio.file.NoSuchFileException | NotDirectoryException none) {
            files.clear();
        }
        files.addAll(remembered());
        return List.copyOf(files);
    }

    private List<Path> remembered() throws IOException {
        if (Files.notExists(known)) {
            return List.of();
        }
        var files = new ArrayList<Path>();
        for (var line : Files.readAllLines(known, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                files.add(Path.of(line));
            }
        }
        return files;
    }

    /** From now on is one of {@link #files()}. */
    public void remember(Path file) throws IOException {
        var whole = file.toAbsolutePath().normalize();
        if (files().contains(whole) || whole.toString().contains("\n")) {
            return;
        }
        Files.createDirectories(keys.folder());
        Files.writeString(
                known, whole + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Forgets a file that was opened; it is not deleted. */
    public void forget(Path file) throws IOException {
        var left = remembered().stream()
                .filter(it -> !it.equals(file))
                .map(it -> it + "\n")
                .toList();
        Files.writeString(known, String.join("", left), StandardCharsets.UTF_8);
    }
}
