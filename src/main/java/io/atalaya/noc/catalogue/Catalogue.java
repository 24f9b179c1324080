package io.atalaya.noc.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is watched, in the order in which it is shown.
 *
 * @param recipes how to make metrics arrive, by their id
 * @param mostMetrics how many metrics one refresh may ask for; CloudWatch charges for each
 * @param problems of the files it was read from
 */
public record Catalogue(
        List<Item> items, Map<String, Recipe> recipes, int mostMetrics, List<CatalogueProblem> problems) {
    public Catalogue {
        items = List.copyOf(items);
        recipes = Map.copyOf(recipes);
        problems = List.copyOf(problems);
    }

    public Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Empty for null and for one that no file has. */
    public Optional<Recipe> recipe(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(recipes.get(id));
    }
}
