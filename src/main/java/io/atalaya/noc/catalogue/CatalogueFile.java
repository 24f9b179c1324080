package io.atalaya.noc.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlPosition;

/**
 * Reads a catalogue from TOML files: the shipped one, and the user's, which changes items by their id, adds others and hides some.
 * What is wrong is said with its line, and everything else is loaded.
 */
public final class CatalogueFile {
    private static final String SHIPPED = "catalogue.toml";
    private static final int LARGEST_FILE = 4_000_000;
    private static final int DEFAULT_MOST = 1_000;
    private static final int LARGEST_MOST = 20_000;

    private final Set<String> acts;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Recipe> recipes = new LinkedHashMap<>();
    private final List<CatalogueProblem> problems = new ArrayList<>();
    private int most = DEFAULT_MOST;

    private CatalogueFile(Set<String> acts) {
        this.acts = acts;
    }

    /** The catalogue of this program alone. */
    public static Catalogue shipped() {
        return new CatalogueFile(Set.of()).read(SHIPPED, shippedText()).catalogue();
    }

    /**
     * The shipped catalogue with the user's own. Never fails: a file that cannot be read is a problem of the catalogue.
     *
     * @param user may be missing
     * @param acts names of the operations that there are, to find those that are spelt wrong; empty for any
     */
    public static Catalogue load(Path user, Set<String> acts) {
        var reader = new CatalogueFile(acts).read(SHIPPED, shippedText());
        var name = String.valueOf(user.getFileName());
        try {
            if (Files.size(user) > LARGEST_FILE) {
                throw new IOException("larger than " + LARGEST_FILE + " bytes");
            }
            reader.read(name, Files.readString(user));
        } catch (NoSuchFileException e) {
            return reader.catalogue();
        } catch (IOException e) {
            reader.problems.add(new CatalogueProblem(name, 0, 0, "cannot be read: " + e));
        }
        return reader.catalogue();
    }

    /** A text in place of the user's file, for tests and for checking while somebody edits it. */
    public static Catalogue of(String file, String text, Set<String> acts) {
        return new CatalogueFile(acts)
                .read(SHIPPED, shippedText())
                .read(file, text)
                .catalogue();
    }

    private static String shippedText() {
        try (var stream =
                Objects.requireNonNull(CatalogueFile.class.getResourceAsStream("/io/atalaya/noc/" + SHIPPED))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CatalogueFile read(String file, String text) {
        var notes = new TableReader.Notes(file, problems);
        var parsed = Toml.parse(text);
        parsed.errors().forEach(error -> notes.add(error.position(), String.valueOf(error.getMessage())));
        var top = new TableReader(parsed, TomlPosition.positionAt(1, 1), notes);
        top.named("recipe").forEach((id, table) -> {
            var where = table.required("where");
            var snippet = table.required("text");
            table.finish();
            if (where.isPresent() && snippet.isPresent()) {
                recipes.put(id, new Recipe(id, where.get(), snippet.get()));
            }
        });
        most = top.number("most-metrics").map(wish -> most(top, wish)).orElse(most);
        var reader = new ItemReader(new SourceReader(recipes.keySet()), acts);
        var here = new LinkedHashMap<String, Item>();
        for (var table : top.tables("item")) {
            reader.id(table).ifPresent(id -> item(reader, id, table, here));
        }
        top.finish();
        return this;
    }

    private void item(ItemReader reader, String id, TableReader table, Map<String, Item> here) {
        if (here.containsKey(id)) {
            table.wrong("id", "item " + id + " stands twice in this file: the first one counts");
            return;
        }
        if (table.flag("hidden").orElse(false)) {
            items.remove(id);
            return;
        }
        reader.read(id, table, items.get(id)).ifPresent(item -> {
            here.put(id, item);
            items.put(id, item);
        });
    }

    private int most(TableReader top, double wish) {
        if (wish < 1 || wish > LARGEST_MOST) {
            top.wrong("most-metrics", "most-metrics is between 1 and " + LARGEST_MOST);
            return most;
        }
        return (int) wish;
    }

    private Catalogue catalogue() {
        return new Catalogue(List.copyOf(items.values()), recipes, most, problems);
    }
}
