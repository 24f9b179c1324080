package io.atalaya.evidence.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.evidence.claim.Claim;
import io.atalaya.evidence.claim.Finding.Verdict;
import io.atalaya.evidence.claim.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes say what there is, and claims say no more than was read. */
class RecipesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    @TempDir
    Path folder;

    @Test
    void everyShippedRecipeIsWhole() throws IOException {
        var recipes = new Recipes(folder.resolve("none"));
        assertThat(recipes.names()).containsExactlyInAnyOrderElementsOf(Recipes.SHIPPED);
        for (var name : recipes.names()) {
            var recipe = recipes.named(name);
            assertThat(recipe.views()).as(name).isNotEmpty();
            assertThat(recipe.lists()).as(name).isNotEmpty();
            assertThat(recipe.claims()).as(name).isNotEmpty();
        }
        assertThat(recipes.named("all").lists()).isEqualTo(Parts.all());
        assertThat(recipes.named("all").claims()).containsExactlyInAnyOrder(Claim.values());
        assertThat(recipes.named("all").shows("anything")).isTrue();
    }

    @Test
    void oneOfYourOwnGoesBeforeAShippedOne() throws IOException {
        Files.writeString(folder.resolve("claims.toml"), "title = \"Mine\"\nlists = [\"vpcs\"]\n");
        var mine = new Recipes(folder).named("claims");
        assertThat(mine.title()).isEqualTo("Mine");
        assertThat(mine.lists()).containsExactly(Parts.VPCS);
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        bad("lists = [\"vpc\"]", "vpc");
        bad("claims = [\"all-is-well\"]", "all-is-well");
        bad("list = []", "list");
        bad("lists = 3", "lists");
        bad("lists = [", "bad.toml");
        assertThatThrownBy(() -> new Recipes(folder).named("../claims")).isInstanceOf(NoSuchFileException.class);
    }

    private void bad(String text, String why) throws IOException {
        Files.writeString(folder.resolve("bad.toml"), text);
        assertThatThrownBy(() -> new Recipes(folder).named("bad"))
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
    void aPortThatTheWorldReachesFails() {
        assertThat(ports(rule("tcp", 443, "0.0.0.0/0"), rule("tcp", 22, "10.0.0.0/8")))
                .isEqualTo(Verdict.PASS);
        assertThat(ports(rule("tcp", 22, "0.0.0.0/0"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("tcp", 3306, "::/0"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("-1", null, "0.0.0.0/0"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("udp", 22, "0.0.0.0/0"))).isEqualTo(Verdict.PASS);
    }

    @Test
    void aJournalThatIsBrokenFailsTheTrail() {
        var broken = new Known(Deployment.empty("us-east-1", null), NOON, new Known.Journal(true, 7, false));
        assertThat(Claim.AUDIT_TRAIL.judge(broken).verdict()).isEqualTo(Verdict.FAIL);
    }

    private static Verdict ports(SecurityRule... rules) {
        var group = new SecurityGroup("sg-1", "web", "", "vpc-1", List.of(rules), Map.of());
        var deployment = Deployment.empty("us-east-1", null)
                .with(
                        Parts.SECURITY_GROUPS,
                        Observed.of(Listing.complete(List.of(group)), NOON, Duration.ofMinutes(1)));
        return Claim.ADMIN_PORTS_CLOSED
                .judge(new Known(deployment, NOON, new Known.Journal(false, 0, false)))
                .verdict();
    }

    private static SecurityRule rule(String protocol, @org.jspecify.annotations.Nullable Integer port, String cidr) {
        return new SecurityRule(true, protocol, port, port, cidr, null, null, null, null, null);
    }
}
