package io.atalaya.evidence.capsule;

import io.atalaya.evidence.capsule.EvidenceException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The capsules of one key in order, one line each. A capsule is in it exactly when it got its name: what is about to happen is
 * written down first, and what a crash left is settled by looking whether the capsule is there.
 */
public final class Chain {
    private final Path file;
    private final Path intent;
    private final String key;

    public Chain(KeyFolder keys, CapsuleKey key) {
        this.key = key.fingerprint();
        var name = "chain-" + this.key.substring(0, 16);
        this.file = keys.folder().resolve(name + ".jsonl");
        this.intent = keys.folder().resolve(name + ".next");
    }

    public Path file() {
        return file;
    }

    /** Makes the file that the next link is of. */
    @FunctionalInterface
    interface Writing {
        /** Writes it whole under a temporary name. */
        Link write(long number, String previous) throws IOException;
    }

    /**
     * Refuses a clock that runs behind the chain, before the work is done.
     *
     * @throws EvidenceException when the last capsule was made later than now
     */
    public void refuseIfBehind(Instant now) throws EvidenceException {
        try (var turn = Turn.take(folder())) {
            refuse(settled(turn), now);
        } catch (IOException e) {
            throw Disk.unwritable(file, e);
        }
    }

    /**
     * A capsule that is still to be written whole, and what it shall be called.
     *
     * @param part its temporary name
     */
    record Pending(Path part, Path target, Writing writing) {}

    /** Lets capsules be written as the next ones; when all of them are, gives each its name and adds it. */
    List<Link> extend(Instant now, List<Pending> capsules) throws IOException {
        try (var turn = Turn.take(folder())) {
            var last = settled(turn);
            refuse(last, now);
            var links = new ArrayList<Link>();
            for (var each : capsules) {
                last = each.writing()
                        .write(last == null ? 1 : last.number() + 1, last == null ? Sha256.NONE : last.manifest());
                links.add(last);
            }
            for (int i = 0; i < links.size(); i++) {
                name(links.get(i), capsules.get(i));
            }
            return links;
        }
    }

    private void name(Link link, Pending capsule) throws IOException {
        var target = capsule.target();
        Disk.replace(intent, (link.line() + "\n" + target.toAbsolutePath() + "\n").getBytes(StandardCharsets.UTF_8));
        Disk.name(capsule.part(), target);
        Disk.syncFolder(target);
        append(link);
    }

    private static void refuse(@Nullable Link last, Instant now) throws EvidenceException {
        if (last != null && now.isBefore(last.at())) {
            throw new EvidenceException(
                    Reason.CLOCK_SET_BACK,
                    now.toString(),
                    last.capsule(),
                    last.at().toString());
        }
    }

    /** The last link, once what a crash left is settled. */
    private @Nullable Link settled(Turn turn) throws IOException {
        if (!turn.isHeld()) {
            throw new IOException("the lock is gone");
        }
        var text = Files.exists(file) ? Files.readString(file) : "";
        int whole = text.lastIndexOf('\n') + 1;
        if (whole < text.length()) { // half a line
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
                channel.force(true);
            }
        }
        var links = parse(file, text.substring(0, whole));
        var last = links.isEmpty() ? null : links.getLast();
        if (!Files.exists(intent)) {
            return last;
        }
        var lines = Files.readString(intent).split("\n", 3);
        var meant = Link.read(lines[0]);
        var done = last != null && last.manifest().equals(meant.manifest());
        if (!done && CapsuleReader.manifestSha256(Path.of(lines[1])).equals(Optional.of(meant.manifest()))) {
            append(meant);
            return meant;
        }
        Files.delete(intent);
        return last;
    }

    private void append(Link link) throws IOException {
        try (var channel = Disk.create(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            Disk.write(channel, (link.line() + "\n").getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
        Disk.syncFolder(file);
        Files.deleteIfExists(intent);
    }

    /**
     * The links of a chain's file, in order.
     *
     * @throws EvidenceException when a line is none, or does not follow the one before it
     */
    public static List<Link> read(Path file) throws IOException {
        return parse(file, Files.readString(file));
    }

    private static List<Link> parse(Path file, String text) throws EvidenceException {
        var links = new ArrayList<Link>();
        var previous = Sha256.NONE;
        for (var line : text.lines().toList()) {
            Link link;
            try {
                link = Link.read(line);
            } catch (IOException none) {
                throw bad(file, links.size() + 1L, none);
            }
            if (link.number() != links.size() + 1L || !link.previous().equals(previous)) {
                throw bad(file, links.size() + 1L, null);
            }
            previous = link.manifest();
            links.add(link);
        }
        return List.copyOf(links);
    }

    private static EvidenceException bad(Path file, long line, @Nullable Throwable why) {
        return new EvidenceException(why, Reason.CHAIN_UNREADABLE, file.toString(), "line " + line);
    }

    private Path folder() {
        var folder = file.getParent();
        if (folder == null) {
            throw new IllegalStateException("a chain lies in a folder");
        }
        return folder;
    }
}
