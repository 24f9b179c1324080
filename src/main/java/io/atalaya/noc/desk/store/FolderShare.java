package io.atalaya.noc.desk.store;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A folder that several consoles reach. Each writes only its own file, whole and by renaming, and reads the others': nobody
 * waits for anybody's lock, and a console that was away finds everything. Each file holds what its writer knows of all.
 */
public final class FolderShare implements DeskStore {
    private static final String ENDING = ".desk";

    private final Path mounted;
    private final Path folder;
    private final String console;
    private final Map<Path, Read> known = new HashMap<>();
    private @Nullable DeskState left;
    private List<Object> ownStamp = List.of();

    /** @param console unique in the team; it names the file */
    public FolderShare(Path folder, String console) {
        this(folder, folder, console);
    }

    /** Of one deployment of several: a folder of its name in the team's, made by whoever comes first. */
    public FolderShare(Path team, String deployment, String console) {
        this(team, team.resolve(deployment), console);
    }

    private FolderShare(Path mounted, Path folder, String console) {
        this.mounted = mounted;
        this.folder = folder;
        this.console = console;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public Brought exchange(DeskState mine) throws IOException {
        if (!Files.isDirectory(mounted)) {
            throw new IOException(mounted + " is not there"); // never made here: an unmounted share is not an empty one
        }
        if (!Files.isDirectory(folder)) {
            make();
        }
        var own = folder.resolve(fileName(console));
        if (left != null && !stamp(own).equals(ownStamp)) {
            left = null; // gone, or another console of this name wrote it
        }
        var problems = new ArrayList<String>();
        var others = others(own, problems);
        var all = left == null ? Desk.merged(mine, others) : mine; // mine has what was brought before
        if (left == null || Difference.between(left, all).isPresent()) {
            PrivateFiles.replace(own, Checked.write(all) + '\n', true);
            left = all;
            ownStamp = stamp(own);
        }
        return new Brought(others, problems);
    }

    /** Whoever may write beside it may write in it: the next one to come is another user. */
    private void make() throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(mounted));
        }
    }

    private DeskState others(Path own, List<String> problems) throws IOException {
        var merged = DeskState.EMPTY;
        try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (var file : files) {
                if (file.equals(own) && left != null) {
                    continue; // once it was this console's own memory
                }
                try {
                    merged = Desk.merged(merged, read(file));
                } catch (NoSuchFileException e) {
                    known.remove(file);
                } catch (IOException e) {
                    problems.add(file.getFileName() + ": " + reason(e));
                    var before = known.get(file);
                    merged = before == null ? merged : Desk.merged(merged, before.state());
                }
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        return merged;
    }

    private static String reason(IOException e) {
        if (e instanceof MalformedInputException) {
            return "not text";
        }
        var said = e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }

    private DeskState read(Path file) throws IOException {
        var stamp = stamp(file);
        if (stamp.isEmpty()) {
            throw new NoSuchFileException(file.toString());
        }
        var before = known.get(file);
        if (before != null && before.stamp().equals(stamp)) {
            return before.state();
        }
        var state = Checked.read(Files.readString(file, StandardCharsets.UTF_8).stripTrailing());
        known.put(file, new Read(stamp, state));
        return state;
    }

    /** Changes with each replacement; empty where there is no such file. */
    private static List<Object> stamp(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(
                    attributes.lastModifiedTime(),
                    attributes.size(),
                    Objects.requireNonNullElse(attributes.fileKey(), ""));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** What a file name cannot hold is written by its number, so that two names stay two. */
    static String fileName(String console) {
        var name = new StringBuilder();
        console.codePoints().forEach(c -> {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.') {
                name.appendCodePoint(c);
            } else {
                name.append('_').append(Integer.toHexString(c)).append('_');
            }
        });
        return name + ENDING;
    }

    @Override
    public void close() {
        known.clear();
    }

    private record Read(List<Object> stamp, DeskState state) {}
}
