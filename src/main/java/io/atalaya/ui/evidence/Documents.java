package io.atalaya.ui.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes the architecture document of the deployment on screen. */
@FunctionalInterface
public interface Documents {
    /** Nobody writes any. */
    Documents NONE = (folder, language) -> List.of();

    /**
     * Reads everything once more and writes; up to two minutes, not for the screen's thread.
     *
     * @param folder made where it is not there
     * @return the files
     */
    List<Path> write(Path folder, Locale language) throws IOException, InterruptedException;
}
