package io.atalaya.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this program is started again another time. */
final class ProgramFile {
    private ProgramFile() {}

    /** The installed program, or {@code run} of the sources, which starts in its own folder. */
    private static String path() {
        var installed = System.getProperty("jpackage.app-path");
        if (installed != null) {
            return installed;
        }
        var run = Path.of("run").toAbsolutePath();
        return Files.isExecutable(run) ? run.toString() : "atalaya";
    }

    /** This program with what was typed, without what only asks for the text of a timer. */
    static List<String> again(List<String> typed) {
        var command = new ArrayList<String>();
        command.add(path());
        for (int i = 0; i < typed.size(); i++) {
            var next = typed.get(i);
            if (next.equals("--schedule") || next.equals("--print")) {
                i++;
            } else if (!next.startsWith("--schedule=") && !next.startsWith("--print=")) {
                command.add(next);
            }
        }
        return List.copyOf(command);
    }
}
