import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code Licences SBOM KNOWN OUT}: writes which library is under which licence. Exit code 1, and no file, when a library has
 * none, or one that KNOWN does not name. Run by the installers as a source file.
 */
public final class Licences {
    private Licences() {}

    public static void main(String[] files) throws IOException {
        var known = known(Path.of(files[1]));
        var found = new TreeMap<String, List<String>>();
        var unknown = new ArrayList<String>();
        for (var component : JsonMapper.builder().build().readTree(new File(files[0])).path("components")) {
            var name = component.path("group").asText() + ":" + component.path("name").asText();
            var licences = new ArrayList<String>();
            var said = known.get(name);
            if (said != null) {
                licences.add(said);
            } else {
                for (var each : component.path("licenses")) {
                    licences.add(known.getOrDefault(words(each), ""));
                    if (licences.getLast().isEmpty()) {
                        unknown.add(name + ": " + words(each));
                    }
                }
                if (licences.isEmpty()) {
                    unknown.add(name + ": none is given");
                }
            }
            found.computeIfAbsent(String.join(" or ", licences.stream().distinct().toList()), it -> new ArrayList<>())
                    .add(name + " " + component.path("version").asText());
        }
        if (!unknown.isEmpty()) {
            unknown.forEach(each -> System.err.println("unknown licence: " + each));
            System.exit(1);
        }
        var text = new StringBuilder("Libraries in this package, by licence. sbom.json has their versions and sums.\n");
        found.forEach((licence, names) -> {
            text.append('\n').append(licence).append('\n');
            names.stream().sorted().forEach(name -> text.append("    ").append(name).append('\n'));
        });
        text.append("\nJava (OpenJDK) and JavaFX: GPL-2.0 with the Classpath Exception; their notices are in runtime/legal.\n");
        Files.writeString(Path.of(files[2]), text);
    }

    private static String words(JsonNode choice) {
        var licence = choice.path("license");
        return !licence.path("id").asText().isEmpty()
                ? licence.path("id").asText()
                : !licence.path("name").asText().isEmpty()
                        ? licence.path("name").asText()
                        : choice.path("expression").asText();
    }

    /** {@code WHAT IT SAYS = NAME}, or {@code group:name = NAME} for one library that says nothing useful. */
    private static Map<String, String> known(Path file) throws IOException {
        var known = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            var at = line.indexOf(" = ");
            if (at > 0 && !line.startsWith("#")) {
                known.put(line.substring(0, at).strip(), line.substring(at + 3).strip());
            }
        }
        return known;
    }
}
