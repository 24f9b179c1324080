package io.atalaya.ui.evidence;

import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.recipe.Recipes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The recipes, and making one's own. Blocks. */
final class RecipeBook {
    private final Recipes recipes;

    RecipeBook(Recipes recipes) {
        this.recipes = recipes;
    }

    /** All there are, the wrong ones too. */
    List<RecipeRow> rows() {
        var rows = new ArrayList<RecipeRow>();
        for (var name : recipes.names()) {
            var own = Files.exists(recipes.folder().resolve(name + ".toml"));
            try {
                rows.add(new RecipeRow(name, own, recipes.named(name), null));
            } catch (IOException wrong) {
                rows.add(new RecipeRow(name, own, null, String.valueOf(wrong.getMessage())));
            }
        }
        return List.copyOf(rows);
    }

    /** Writes a recipe as a file of the user's, under a name that is free; returns the file. */
    Path copy(Recipe recipe) throws IOException {
        Files.createDirectories(recipes.folder());
        for (int number = 1; ; number++) {
            var name = recipe.name() + "-own" + (number == 1 ? "" : "-" + number);
            var file = recipes.folder().resolve(name + ".toml");
            if (Files.notExists(file)) {
                return Files.writeString(file, toml(recipe), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            }
        }
    }

    private static String toml(Recipe recipe) {
        return "title = " + quoted(recipe.title()) + "\n"
                + array("controls", recipe.controls())
                + array("views", recipe.views())
                + array("lists", recipe.lists().stream().map(it -> it.id()).toList())
                + array("claims", recipe.claims().stream().map(it -> it.id()).toList());
    }

    private static String array(String key, List<String> values) {
        var lines = new StringBuilder(key).append(" = [");
        values.forEach(it -> lines.append("\n  ").append(quoted(it)).append(','));
        return lines.append(values.isEmpty() ? "]\n" : "\n]\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
