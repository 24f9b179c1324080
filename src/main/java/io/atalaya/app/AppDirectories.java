package io.atalaya.app;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the program keeps what is the user's: XDG on Linux, the conventions elsewhere. {@code ATALAYA_HOME} puts all of it
 * into one folder, for tests and for a program on a stick.
 *
 * @param config settings
 * @param data what must not be lost
 * @param cache what can be
 */
public record AppDirectories(Path config, Path data, Path cache) {
    /** The folders of the user who runs the program; none of them is made. */
    public static AppDirectories of(Map<String, String> environment) {
        var home = environment.get("ATALAYA_HOME");
        if (home != null && !home.isBlank()) {
            var root = Path.of(home);
            return new AppDirectories(root.resolve("config"), root.resolve("data"), root.resolve("cache"));
        }
        var user = ProjectDirectories.from("io", "", "atalaya");
        return new AppDirectories(Path.of(user.configDir), Path.of(user.dataLocalDir), Path.of(user.cacheDir));
    }

    /** What this user's consoles did. */
    public Path journal() {
        return data.resolve("journal.jsonl");
    }

    /** What this user has watched besides what the program watches by itself, or otherwise. */
    public Path catalogue() {
        return config.resolve("noc.toml");
    }

    /** What was measured. */
    public Path metricHistory() {
        return data.resolve("metric-history.sqlite");
    }

    /** The key that signs capsules of evidence, and their chain. */
    public Path evidence() {
        return data.resolve("evidence");
    }

    /** Where capsules go that nobody wanted elsewhere. */
    public Path capsules() {
        return evidence().resolve("capsules");
    }

    /** Recipes of this user for evidence. */
    public Path recipes() {
        return config.resolve("evidence");
    }

    /** Sessions of logs that were read, which belong to the user alone. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** What could reach what, day by day. */
    public Path perimeters() {
        return data.resolve("perimeters");
    }

    /** The alarm desk of each deployment. */
    public Path desks() {
        return data.resolve("desks");
    }

    /** Reports of faults of the program; hold no secrets. */
    public Path crashes() {
        return cache.resolve("crashes");
    }

    /** The program's own log; holds no secrets and no text of log events. */
    public Path log() {
        return cache.resolve("log").resolve("atalaya.log");
    }
}
