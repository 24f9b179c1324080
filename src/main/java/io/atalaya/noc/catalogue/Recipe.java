package io.atalaya.noc.catalogue;

/**
 * How to make a metric arrive: something to copy.
 *
 * @param id in the catalogue: {@code agent-jmx}
 * @param where what it goes into, in that product's words: {@code amazon-cloudwatch-agent.json}
 * @param text the snippet
 */
public record Recipe(String id, String where, String text) {
    /** Key of the sentence above it: {@code noc.recipe.agent-jmx}; a recipe of a user has none. */
    public String nameKey() {
        return "noc.recipe." + id;
    }
}
