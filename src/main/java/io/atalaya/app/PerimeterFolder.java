package io.atalaya.app;

import io.atalaya.connect.Session;
import io.atalaya.ui.perimeter.PastPerimeters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last perimeter of each day of one deployment in a file of its own, for 60 days. */
final class PerimeterFolder implements PastPerimeters {
    private static final Logger LOG = LoggerFactory.getLogger(PerimeterFolder.class);
    private static final int DAYS = 60;
    private static final String ACCEPTED = "accepted.tsv";
    private static final String ENDING = ".perimeter";

    private final Path folder;

    private PerimeterFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * One for each connection, for all views of it.
     *
     * @param root of all deployments
     */
    static PastPerimeters of(Path root, Session session) {
        if (session.isSandbox()) {
            return new PerimetersInMemory(); // its world ends with the program
        }
        var account = session.caller().map(it -> it.account()).orElse("unknown");
        var endpoint = session.endpoint();
        var name = account + "-" + session.region()
                + (session.isAws() || endpoint == null ? "" : "-" + endpoint.getHost() + "-" + endpoint.getPort());
        return new PerimeterFolder(root.resolve(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "_")));
    }

    @Override
    public synchronized List<String> load() {
        var found = new ArrayList<String>();
        for (var file : files()) {
            try {
                found.add(Files.readString(file));
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("{} cannot be read: {}", file, e.toString());
            }
        }
        return found;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var files = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder, "*" + ENDING)) {
            entries.forEach(files::add);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("{} cannot be listed: {}", folder, e.toString());
        }
        files.sort(null);
        return files;
    }

    @Override
    public synchronized List<String> accepted() {
        var file = folder.resolve(ACCEPTED);
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, e.toString());
            return List.of();
        }
    }

    @Override
    public synchronized void accept(String line) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(ACCEPTED), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("what was accepted is not kept: {}", e.toString());
        }
    }

    @Override
    public synchronized void save(String day, String text) {
        try {
            TextFile.replace(folder.resolve(day + ENDING), text);
            var files = files();
            for (var old : files.subList(0, Math.max(0, files.size() - DAYS))) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            LOG.warn("the perimeter of {} is not kept: {}", day, e.toString());
        }
    }
}
