import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars without compression, and without what other systems need: {@code StoredJar SYSTEM FROM-FOLDER TO-FOLDER}. A package
 * is compressed as a whole, which does better than each class by itself; and what is stored plainly needs no unpacking at each
 * start. The same jars give the same bytes. Run by the installers as a source file.
 */
public final class StoredJar {
    /** Native libraries of sqlite-jdbc, by system and processor. */
    private static final String NATIVES = "org/sqlite/native/";

    private StoredJar() {}

    public static void main(String[] arguments) throws IOException {
        var system = arguments[0];
        var to = Files.createDirectories(Path.of(arguments[2]));
        try (var jars = Files.list(Path.of(arguments[1]))) {
            for (var jar : jars.filter(it -> it.toString().endsWith(".jar")).sorted().toList()) {
                copy(jar, to.resolve(jar.getFileName()), system);
            }
        }
    }

    private static void copy(Path from, Path to, String system) throws IOException {
        var seen = new HashSet<String>();
        try (var in = new ZipFile(from.toFile());
                var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            for (var entry : in.stream().toList()) {
                if (entry.isDirectory() || isElsewhere(entry.getName(), system) || !seen.add(entry.getName())) {
                    continue;
                }
                var bytes = in.getInputStream(entry).readAllBytes();
                var sum = new CRC32();
                sum.update(bytes);
                var stored = new ZipEntry(entry.getName());
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(bytes.length);
                stored.setCrc(sum.getValue());
                stored.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
                out.putNextEntry(stored);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    /** @param system as sqlite-jdbc names it, such as Linux/x86_64 */
    private static boolean isElsewhere(String name, String system) {
        return name.startsWith(NATIVES) && !name.startsWith(NATIVES + system + "/");
    }
}
