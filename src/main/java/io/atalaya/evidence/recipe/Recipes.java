package io.atalaya.evidence.recipe;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.evidence.claim.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/** The shipped recipes and the user's own: files {@code NAME.toml}, of which the user's goes before a shipped one. */
public final class Recipes {
    public static final List<String> SHIPPED =
            List.of("all", "claims", "soc2-cc6.1", "soc2-cc6.6", "soc2-cc7.2", "soc2-a1.2", "iso27001-annex-a");

    private static final Set<String> FIELDS =
            Set.of("title", "title_es", "title_pt_BR", "controls", "views", "lists", "claims");

    /** What is wrong with a recipe: file, place and why. */
    public static final class BadRecipeException extends IOException {
        private static final long serialVersionUID = 1;

        BadRecipeException(String message) {
            super(message);
        }
    }

    private final Path folder;
    private final Locale language;

    /** With titles as they come first. */
    public Recipes(Path folder) {
        this(folder, Locale.ROOT);
    }

    /**
     * @param folder of the user's own; need not be there
     * @param language of titles, where a recipe has one in it
     */
    public Recipes(Path folder, Locale language) {
        this.folder = folder;
        this.language = language;
    }

    public Path folder() {
        return folder;
    }

    /** All there are. */
    public List<String> names() {
        var names = new TreeSet<>(SHIPPED);
        try (var files = Files.newDirectoryStream(folder, "*.toml")) {
            files.forEach(it -> names.add(String.valueOf(it.getFileName()).replaceFirst("\\.toml$", "")));
        } catch (IOException none) {
            return List.copyOf(names); // no own ones
        }
        return List.copyOf(names);
    }

    /**
     * A recipe.
     *
     * @throws java.nio.file.NoSuchFileException when there is none of that name
     * @throws BadRecipeException when it asks for what there is not
     */
    public Recipe named(String name) throws IOException {
        if (!names().contains(name)) {
            throw new java.nio.file.NoSuchFileException(name);
        }
        var own = folder.resolve(name + ".toml");
        return Files.exists(own) ? parse(name, own.toString(), Files.readString(own)) : shipped(name);
    }

    private Recipe shipped(String name) throws BadRecipeException {
        try (var in = Recipes.class.getResourceAsStream("/io/atalaya/evidence/recipes/" + name + ".toml")) {
            if (in == null) {
                throw new IllegalStateException(name + ".toml is not in the program");
            }
            return parse(name, name + ".toml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (BadRecipeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Recipe parse(String id, String file, String text) throws BadRecipeException {
        var toml = Toml.parse(text);
        if (toml.hasErrors()) {
            var error = toml.errors().getFirst();
            throw new BadRecipeException(file + ": " + error.position() + ": " + error.getMessage());
        }
        for (var key : toml.keySet()) {
            if (!FIELDS.contains(key)) {
                throw new BadRecipeException(file + ": " + toml.inputPositionOf(key) + ": " + key);
            }
        }
        var lists = texts(file, toml, "lists");
        var parts = new ArrayList<Part<?>>();
        for (var list : lists) {
            if (list.equals(Recipe.EVERY)) {
                parts.addAll(Parts.all());
            } else {
                parts.add(Parts.all().stream()
                        .filter(it -> it.id().equals(list))
                        .findFirst()
                        .orElseThrow(() -> new BadRecipeException(where(file, toml, "lists", list))));
            }
        }
        var claims = new ArrayList<Claim>();
        for (var name : texts(file, toml, "claims")) {
            var claim = Claim.named(name).orElseThrow(() -> new BadRecipeException(where(file, toml, "claims", name)));
            claims.add(claim);
            parts.addAll(claim.parts()); // who judges by a list shows it
        }
        var title = title(toml);
        return new Recipe(
                id,
                title == null ? id : title,
                texts(file, toml, "controls"),
                texts(file, toml, "views"),
                parts.stream().distinct().toList(),
                claims);
    }

    /** {@code title_es} before {@code title}; null where it has neither. */
    private @Nullable String title(TomlParseResult toml) {
        var translated =
                switch (language.getLanguage()) {
                    case "es" -> "title_es";
                    case "pt" -> "title_pt_BR";
                    default -> "title";
                };
        return Stream.of(translated, "title")
                .filter(toml::isString)
                .findFirst()
                .map(toml::getString)
                .orElse(null);
    }

    private static List<String> texts(String file, TomlParseResult toml, String key) throws BadRecipeException {
        if (!toml.contains(key)) {
            return List.of();
        }
        var array = toml.isArray(key) ? toml.getArray(key) : null;
        if (array == null || !allTexts(array)) {
            throw new BadRecipeException(file + ": " + toml.inputPositionOf(key) + ": " + key);
        }
        return array.toList().stream().map(String.class::cast).toList();
    }

    /** File, line and column of a text in an array. */
    private static String where(String file, TomlParseResult toml, String key, String text) {
        var array = toml.getArrayOrEmpty(key);
        int at = array.toList().indexOf(text);
        return file + ": " + (at < 0 ? toml.inputPositionOf(key) : array.inputPositionOf(at)) + ": " + key + ": "
                + text;
    }

    private static boolean allTexts(TomlArray array) {
        return array.toList().stream().allMatch(String.class::isInstance);
    }
}
