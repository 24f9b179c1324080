package io.atalaya.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a program go that only draws a sandbox: what is done there for pictures must not stand in the journal of
 * what a person did.
 */
record Aside(Map<String, String> environment, @Nullable Path folder) implements AutoCloseable {
    Aside {
        environment = Map.copyOf(environment);
    }

    /** @param wanted false for a program that uses the person's own files */
    static Aside of(Map<String, String> environment, boolean wanted) throws IOException {
        if (!wanted) {
            return new Aside(environment, null);
        }
        var folder = Files.createTempDirectory("atalaya-pictures-");
        var changed = new HashMap<>(environment);
        changed.put("ATALAYA_HOME", folder.toString());
        return new Aside(changed, folder);
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
