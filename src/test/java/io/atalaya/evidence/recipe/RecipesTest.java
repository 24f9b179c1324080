package io.atalaya.evidence.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.evidence.claim.Claim;
import io.atalaya.evidence.claim.Finding.Verdict;
import io.atalaya.evidence.claim.Known;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes say what there is, and claims say no more than was read. */
class RecipesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    @TempDir
    Path folder;

    @Test
    void everyShippedRecipeIsWhole() throws IOException {
        var recipes = new Recipes(folder.resolve("none"), Locale.ENGLISH);
        assertThat(recipes.names()).containsExactlyInAnyOrderElementsOf(Recipes.SHIPPED);
        for (var name : recipes.names()) {
            var recipe = recipes.named(name);
            assertThat(recipe.views()).as(name).isNotEmpty();
            assertThat(recipe.lists()).as(name).isNotEmpty();
            assertThat(recipe.claims()).as(name).isNotEmpty();
        }
        assertThat(recipes.named("all").lists()).isEqualTo(Parts.all());
        assertThat(recipes.named("claims").lists()).contains(Parts.AUDIT_TRAILS, Parts.ROUTE_TABLES);
        assertThat(recipes.named("all").claims()).containsExactlyInAnyOrder(Claim.values());
        assertThat(recipes.named("all").shows("anything")).isTrue();
    }

    @Test
    void oneOfYourOwnGoesBeforeAShippedOne() throws IOException {
        Files.writeString(folder.resolve("claims.toml"), "title = \"Mine\"\nlists = [\"vpcs\"]\n");
        var mine = new Recipes(folder, Locale.ENGLISH).named("claims");
        assertThat(mine.title()).isEqualTo("Mine");
        assertThat(mine.lists()).containsExactly(Parts.VPCS);
    }

    @Test
    void everyShippedRecipeHasATitleInEachLanguage() throws IOException {
        for (var name : Recipes.SHIPPED) {
            var titles = Stream.of("en", "es", "pt-BR")
                    .map(Locale::forLanguageTag)
                    .map(it -> {
                        try {
                            return new Recipes(folder, it).named(name).title();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            assertThat(titles).as(name).doesNotHaveDuplicates().doesNotContain(name);
        }
        Files.writeString(folder.resolve("mine.toml"), "title = \"Mine\"\n");
        assertThat(new Recipes(folder, Locale.of("es")).named("mine").title()).isEqualTo("Mine");
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        bad("lists = [\"vpc\"]", "vpc");
        bad("claims = [\"all-is-well\"]", "all-is-well");
        bad("list = []", "list");
        bad("lists = 3", "lists");
        bad("lists = [", "bad.toml");
        assertThatThrownBy(() -> new Recipes(folder, Locale.ENGLISH).named("../claims"))
                .isInstanceOf(NoSuchFileException.class);
    }

    private void bad(String text, String why) throws IOException {
        Files.writeString(folder.resolve("bad.toml"), text);
        assertThatThrownBy(() -> new Recipes(folder, Locale.ENGLISH).named("bad"))
                .isInstanceOf(Recipes.BadRecipeException.class)
                .hasMessageContaining(why);
    }

    @Test
    void whatWasNotReadCannotBeTold() {
        var nothing = new Known(Deployment.empty("us-east-1", null), NOON, new Known.Journal(false, 0, false));
        for (var claim : Claim.values()) {
            assertThat(claim.judge(nothing).verdict()).as(claim.id()).isEqualTo(Verdict.CANNOT_TELL);
        }
    }

    @Test
    void aJournalThatIsBrokenFailsTheTrail() {
        var broken = new Known(Deployment.empty("us-east-1", null), NOON, new Known.Journal(true, 7, false));
        assertThat(Claim.AUDIT_TRAIL.judge(broken).verdict()).isEqualTo(Verdict.FAIL);
    }
}
