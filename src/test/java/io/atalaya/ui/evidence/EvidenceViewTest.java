package io.atalaya.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.evidence.capsule.Capsules;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.KeyFolder;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.recipe.Recipes;
import io.atalaya.evidence.replay.Shelf;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.StateLabel;
import io.atalaya.ui.common.Texts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceViewTest extends UiTest {
    private static final Origin SANDBOX = new Origin(
            Origin.Kind.SANDBOX, "http://127.0.0.1:1", "checkop", "111122223333", null, "arn:x", "us-east-1");

    @TempDir
    Path folder;

    private final Contexts world = new Contexts();
    private final List<CaptureAsk> asked = new ArrayList<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private boolean atOnce = true;
    private Executor background = task -> {
        if (atOnce) {
            task.run();
        } else {
            later.add(task);
        }
    };
    private @Nullable Path chosen;

    private Shelf shelf() {
        return new Shelf(new KeyFolder(folder.resolve("evidence")), folder);
    }

    private EvidenceController open(Locale locale, double width, double height) throws Exception {
        var texts = texts(locale, "io.atalaya.ui.common.common", "io.atalaya.ui.evidence.evidence");
        var view = onFx(() -> new EvidenceController(
                world.context(texts),
                new EvidencePorts(
                        new CaptureModel(this::make, background, Runnable::run),
                        shelf(),
                        new Verdicts(),
                        new Recipes(folder.resolve("recipes")),
                        this::document,
                        new NoPictures(),
                        name -> Optional.ofNullable(chosen),
                        () -> chosen == null ? List.of() : List.of(chosen),
                        true,
                        background,
                        Runnable::run)));
        show(view.root(), width, height);
        doOnFx(view::activate);
        settle();
        return view;
    }

    private Captured make(CaptureAsk ask, CaptureSteps steps) throws IOException {
        asked.add(ask);
        if (ask.recipe().name().equals("claims")) {
            throw new EvidenceException(EvidenceException.Reason.INCOMPLETE, "instances: ec2:DescribeInstances denied");
        }
        var capsules = new Capsules(folder);
        return new Captured(capsules.next(), "id", 1, capsules.fingerprint(), List.of(), 0, 4);
    }

    private record NoPictures() implements ViewPictures {
        @Override
        public List<String> views(Recipe recipe) {
            return List.of("overview", "compute");
        }

        @Override
        public WritableImage picture(String view) {
            return new WritableImage(1, 1);
        }
    }

    static Map<String, String> items(String state, String verdict) throws IOException {
        var items = new LinkedHashMap<String, String>();
        items.put(
                "model/instances.json",
                "{\"part\":\"instances\",\"complete\":true,\"items\":[{\"id\":\"i-1\",\"state\":\"" + state + "\"}]}");
        items.put(
                "claims.json",
                "[{\"claim\":\"backups\",\"verdict\":\"" + verdict
                        + "\",\"points\":[{\"resource\":\"db-1\",\"fact\":\"BackupRetentionPeriod\",\"value\":\"7\",\"holds\":true}]}]");
        items.put(
                "responses.json",
                "[{\"call\":\"ec2:DescribeInstances\",\"sentAt\":\"2026-11-24T17:00:00Z\",\"status\":200,\"requestId\":\"req-1\","
                        + "\"item\":\"responses/1.xml\",\"bytes\":3,\"sha256\":\"x\",\"asReceived\":true}]");
        return items;
    }

    private <T> T find(String id, Class<T> type) throws Exception {
        return onFx(() -> type.cast(stage().getScene().getRoot().lookup(id)));
    }

    private List<String> lines() throws Exception {
        settle();
        return onFx(() -> {
            var list = (ListView<?>) stage().getScene().getRoot().lookup("#evidence-lines");
            return list.getItems().stream().map(it -> ((Line) it).words()).toList();
        });
    }

    private List<State> states() throws Exception {
        return onFx(() -> {
            var list = (ListView<?>) stage().getScene().getRoot().lookup("#evidence-lines");
            return list.getItems().stream()
                    .map(it -> ((Line) it).state())
                    .filter(java.util.Objects::nonNull)
                    .map(State.class::cast)
                    .toList();
        });
    }

    private void choose(int row) throws Exception {
        doOnFx(() -> ((DataTable<?>) stage().getScene().getRoot().lookup("#evidence-table"))
                .getSelectionModel()
                .clearAndSelect(row));
        settle();
    }

    @SuppressWarnings("unchecked")
    private List<CapsuleRow> rows() throws Exception {
        return onFx(() -> List.copyOf(
                ((DataTable<CapsuleRow>) stage().getScene().getRoot().lookup("#evidence-table")).getItems()));
    }

    private void tab(CapsuleSide.Tab tab) throws Exception {
        doOnFx(() -> ((ToggleButton) ((Pills<?>) stage().getScene().getRoot().lookup("#evidence-tabs"))
                        .getChildren()
                        .get(tab.ordinal()))
                .fire());
        settle();
    }

    @Test
    void anEmptyShelfSaysWhatACapsuleIsAndHowToMakeOne() throws Exception {
        open(Locale.ENGLISH, 1440, 900);

        assertThat(find("#evidence-empty", javafx.scene.Node.class).isVisible()).isTrue();
        assertThat(find("#evidence-table", javafx.scene.Node.class).isVisible()).isFalse();
        picture("evidence-empty");
        robot.clickOn("#evidence-empty-new");
        settle();
        picture("evidence-form");
        assertThat(find("#evidence-form-make", Button.class).isDisabled()).isFalse();
    }

    @Test
    void nothingIsGreenBeforeItWasVerified() throws Exception {
        var capsules = new Capsules(folder);
        capsules.next(items("running", "PASS"), Capsules.AWS, null);
        capsules.next(items("running", "PASS"), SANDBOX, null);
        open(Locale.ENGLISH, 1440, 900);

        assertThat(rows()).extracting(CapsuleRow::verdict).containsOnly(CapsuleRow.Verdict.NOT_VERIFIED);
        for (int row = 0; row < 2; row++) {
            choose(row);
            for (var tab : CapsuleSide.Tab.values()) {
                tab(tab);
                assertThat(states()).as("%s of %s", tab, row).doesNotContain(State.HEALTHY);
            }
        }

        robot.clickOn("#evidence-verify-all");
        settle();
        assertThat(rows())
                .extracting(CapsuleRow::verdict)
                .containsExactly(CapsuleRow.Verdict.NOT_AWS, CapsuleRow.Verdict.INTACT);
        choose(1);
        tab(CapsuleSide.Tab.CLAIMS);
        assertThat(states()).containsExactly(State.HEALTHY);
        picture("evidence-claims");
        tab(CapsuleSide.Tab.CHECKS);
        picture("evidence-checks");
        choose(0);
        assertThat(states()).contains(State.DEGRADED);
    }

    @Test
    void theItemThatWasChangedIsNamedAndItsClaimsAreDoubted() throws Exception {
        var file = new Capsules(folder).next(items("running", "PASS"), Capsules.AWS, null);
        var bytes = Files.readAllBytes(file);
        bytes[60] ^= 1;
        Files.write(file, bytes);
        open(Locale.ENGLISH, 1440, 900);
        choose(0);

        robot.clickOn("#evidence-verify");
        settle();
        assertThat(rows().getFirst().verdict()).isEqualTo(CapsuleRow.Verdict.AT_FAULT);
        assertThat(lines()).anyMatch(it -> it.startsWith("model/instances.json was changed."));
        tab(CapsuleSide.Tab.CLAIMS);
        assertThat(states()).doesNotContain(State.HEALTHY);
        assertThat(lines()).anyMatch(it -> it.contains("the file says: pass"));
    }

    @Test
    void aFileThatIsWrittenAfterItsVerificationIsNotVerified() throws Exception {
        var file = new Capsules(folder).next();
        var view = open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#evidence-verify-all");
        settle();
        assertThat(rows().getFirst().verdict()).isEqualTo(CapsuleRow.Verdict.INTACT);

        Files.write(file, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
        doOnFx(view::askAgain);
        settle();
        assertThat(rows().getFirst().verdict()).isEqualTo(CapsuleRow.Verdict.NOT_VERIFIED);
    }

    @Test
    void capsulesOfOtherKeysAreOpenedAndNotCalledOnesOwn() throws Exception {
        new Capsules(folder).next();
        var others = new Capsules(Files.createDirectory(folder.resolve("others")));
        chosen = others.next(items("running", "PASS"), Capsules.AWS, null);
        open(Locale.ENGLISH, 1440, 900);
        assertThat(rows()).hasSize(1);

        robot.clickOn("#evidence-open");
        settle();
        assertThat(rows()).hasSize(2);
        robot.clickOn("#evidence-verify-all");
        settle();
        assertThat(rows())
                .extracting(CapsuleRow::verdict)
                .containsExactlyInAnyOrder(CapsuleRow.Verdict.INTACT, CapsuleRow.Verdict.OTHER_KEY);

        chosen = Files.writeString(folder.resolve("none.txt"), "no zip");
        robot.clickOn("#evidence-open");
        settle();
        assertThat(find("#evidence-told", Label.class).getText()).contains("no capsule");
        assertThat(rows()).hasSize(2);
    }

    @Test
    void whatOnlyTheChainKnowsOfIsListedAsNotHere() throws Exception {
        var capsules = new Capsules(folder);
        var first = capsules.next();
        capsules.next();
        Files.delete(first);
        open(Locale.ENGLISH, 1440, 900);

        assertThat(rows())
                .extracting(CapsuleRow::verdict)
                .containsExactly(CapsuleRow.Verdict.NOT_VERIFIED, CapsuleRow.Verdict.NOT_HERE);
        assertThat(find("#evidence-chain", StateLabel.class).text()).contains("1 files are not here");
    }

    @Test
    void twoCapsulesAreVerifiedAndCompared() throws Exception {
        var capsules = new Capsules(folder);
        var first = capsules.next(items("running", "PASS"), Capsules.AWS, null);
        capsules.next(items("stopped", "FAIL"), Capsules.AWS, null);
        open(Locale.ENGLISH, 1440, 900);
        choose(0);

        robot.clickOn("#evidence-compare-before");
        settle();
        assertThat(lines())
                .contains("instances: 0 came, 0 went, 1 changed", "changed i-1", "state: running → stopped")
                .contains("Backups are made pass → fail");
        picture("evidence-changes");

        var bytes = Files.readAllBytes(first);
        bytes[60] ^= 1;
        Files.write(first, bytes);
        robot.clickOn("#evidence-compare-before");
        settle();
        assertThat(lines()).containsExactly("capsule-1.zip is not intact: it was not compared.");
    }

    @Test
    void verifyingCanBeStoppedBetweenFiles() throws Exception {
        var capsules = new Capsules(folder);
        for (int i = 0; i < 3; i++) {
            capsules.next();
        }
        open(Locale.ENGLISH, 1440, 900);
        atOnce = false;
        robot.clickOn("#evidence-verify-all");
        settle();
        assertThat(rows()).extracting(CapsuleRow::verdict).containsOnly(CapsuleRow.Verdict.VERIFYING);
        assertThat(find("#evidence-checking", javafx.scene.Node.class).isVisible())
                .isTrue();
        robot.clickOn("#evidence-stop");
        settle();
        atOnce = true;
        doOnFx(later.remove()::run);
        settle();
        assertThat(rows()).extracting(CapsuleRow::verdict).containsOnly(CapsuleRow.Verdict.NOT_VERIFIED);
        assertThat(find("#evidence-checking", javafx.scene.Node.class).isVisible())
                .isFalse();
    }

    @Test
    void aCapsuleIsCopiedWithItsGuideAndItsKey() throws Exception {
        new Capsules(folder).next();
        open(Locale.ENGLISH, 1440, 900);
        choose(0);
        chosen = folder.resolve("for-the-auditor");

        robot.clickOn("#evidence-export");
        settle();
        assertThat(folder.resolve("for-the-auditor"))
                .isDirectoryContaining("glob:**/capsule-1.zip")
                .isDirectoryContaining("glob:**/VERIFY.md")
                .isDirectoryContaining("glob:**/public-key.pem");
        assertThat(find("#evidence-told", Label.class).getText()).contains("for-the-auditor");
        robot.clickOn("#evidence-export");
        settle();
        assertThat(find("#evidence-told", Label.class).getText()).startsWith("Not copied");
    }

    @Test
    void theFormAsksForACapsuleOfARecipe() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#evidence-new");
        settle();
        doOnFx(() -> {
            @SuppressWarnings("unchecked")
            var box = (ComboBox<Recipe>) stage().getScene().getRoot().lookup("#evidence-form-recipe");
            box.setValue(box.getItems().stream()
                    .filter(it -> it.name().equals("soc2-a1.2"))
                    .findFirst()
                    .orElseThrow());
        });
        robot.clickOn("#evidence-form-masks").write("Owner, CostCenter");
        robot.clickOn("#evidence-form-make");
        settle();
        assertThat(asked).singleElement().satisfies(it -> {
            assertThat(it.recipe().name()).isEqualTo("soc2-a1.2");
            assertThat(it.masks()).containsExactly("Owner", "CostCenter");
            assertThat(it.passphrase()).isNull();
            assertThat(it.file()).isNull();
        });
        assertThat(rows()).hasSize(1);
        assertThat(find("#evidence-table", DataTable.class).getSelectionModel().getSelectedIndex())
                .as("what was made is shown")
                .isZero();
    }

    @Test
    void picturesAreTurnedPageByPage() throws Exception {
        var capsules = new Capsules(folder);
        var items = new LinkedHashMap<String, String>();
        items.put("pictures/compute.png", png());
        items.put("lists/instances-0001.png", png());
        capsules.next(items, Capsules.AWS, null);
        open(Locale.ENGLISH, 1440, 900);
        choose(0);
        tab(CapsuleSide.Tab.PICTURES);

        assertThat(find("#evidence-picture-page", Label.class).getText()).isEqualTo("page 1 of 2");
        // the bytes of a PNG do not survive being text: it is the item, and no picture
        robot.clickOn("#evidence-picture-after");
        settle();
        assertThat(find("#evidence-picture-page", Label.class).getText()).isEqualTo("page 2 of 2");
        assertThat(find("#evidence-picture-after", Button.class).isDisabled()).isTrue();
        assertThat(find("#evidence-picture", ImageView.class)).isNotNull();
    }

    private static String png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", out);
        return new String(out.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void recipesAreListedCopiedAndTheirErrorsHaveAPlace() throws Exception {
        Files.createDirectories(folder.resolve("recipes"));
        Files.writeString(
                folder.resolve("recipes/mine.toml"), "title = \"Mine\"\nlists = [\"instances\", \"nothing\"]\n");
        open(Locale.ENGLISH, 1440, 900);
        doOnFx(() -> ((ToggleButton) ((Pills<?>) stage().getScene().getRoot().lookup("#evidence-pages"))
                        .getChildren()
                        .getLast())
                .fire());
        settle();
        picture("evidence-recipes");
        var recipes = recipeRows();
        assertThat(recipes).extracting(RecipeRow::name).contains("all", "mine", "soc2-cc6.1");
        assertThat(recipes.stream()
                        .filter(it -> it.name().equals("mine"))
                        .findFirst()
                        .orElseThrow()
                        .trouble())
                .contains("mine.toml", "line 2");

        chooseRecipe("soc2-cc6.6");
        robot.clickOn("#evidence-recipe-copy");
        settle();
        var own = folder.resolve("recipes/soc2-cc6.6-own.toml");
        assertThat(own).exists();
        assertThat(find("#evidence-told", Label.class).getText()).contains(own.toString());
        assertThat(new Recipes(folder.resolve("recipes"))
                        .named("soc2-cc6.6-own")
                        .lists())
                .isEqualTo(new Recipes(folder.resolve("recipes"))
                        .named("soc2-cc6.6")
                        .lists())
                .contains(Parts.VPCS);
        assertThat(recipeRows()).extracting(RecipeRow::name).contains("soc2-cc6.6-own");

        chooseRecipe("soc2-cc6.6-own");
        robot.clickOn("#evidence-recipe-capture");
        settle();
        assertThat(onFx(() -> ((ComboBox<?>) stage().getScene().getRoot().lookup("#evidence-form-recipe")).getValue()))
                .isInstanceOfSatisfying(
                        Recipe.class, it -> assertThat(it.name()).isEqualTo("soc2-cc6.6-own"));
    }

    @SuppressWarnings("unchecked")
    private List<RecipeRow> recipeRows() throws Exception {
        return onFx(() -> List.copyOf(
                ((DataTable<RecipeRow>) stage().getScene().getRoot().lookup("#evidence-recipes")).getItems()));
    }

    private void chooseRecipe(String name) throws Exception {
        doOnFx(() -> ((DataTable<?>) stage().getScene().getRoot().lookup("#evidence-recipes")).reveal(name));
        settle();
    }

    @Test
    void filterAndLanguages() throws Exception {
        var capsules = new Capsules(folder);
        capsules.next(items("running", "PASS"), Capsules.AWS, null);
        capsules.next(items("running", "PASS"), SANDBOX, null);
        for (var locale : Texts.LANGUAGES) {
            var view = open(locale, 1000, 700);
            choose(0);
            for (var tab : CapsuleSide.Tab.values()) {
                tab(tab);
            }
            tab(CapsuleSide.Tab.CHECKS);
            picture("evidence-" + locale + "-1000");
            assertThat(lines()).isNotEmpty();
            robot.clickOn("#evidence-filter").write("sandbox");
            settle();
            assertThat(rows()).hasSize(1);
            robot.type(KeyCode.ESCAPE);
            doOnFx(view::deactivate);
        }
    }

    @Test
    void twoHundredCapsulesAreListedNewestFirst() throws Exception {
        var capsules = new Capsules(folder);
        for (int i = 0; i < 200; i++) {
            capsules.next(items("running", i % 3 == 0 ? "FAIL" : "PASS"), i % 5 == 0 ? SANDBOX : Capsules.AWS, null);
        }
        open(Locale.ENGLISH, 1440, 900);
        assertThat(rows()).hasSize(200);
        assertThat(rows().getFirst().at()).isAfter(rows().getLast().at());
        assertThat(find("#evidence-chain", StateLabel.class).text()).contains("200");
        picture("evidence-200");
        robot.clickOn("#evidence-verify-all");
        settle();
        assertThat(rows()).extracting(CapsuleRow::verdict).doesNotContain(CapsuleRow.Verdict.NOT_VERIFIED);
        picture("evidence-200-verified");
    }

    private List<Path> document(Path into, Locale language) throws IOException {
        if (into.endsWith("full")) {
            throw new IOException("No space left on device");
        }
        return List.of(into.resolve("architecture." + language.getLanguage() + ".html"));
    }

    @Test
    void theDocumentIsWrittenBesideTheScreenAndAFailureIsSaid() throws Exception {
        var view = open(Locale.ENGLISH, 1380, 820);
        chosen = folder.resolve("papers");
        atOnce = false;
        robot.clickOn("#evidence-document");
        assertThat(find("#evidence-told", Label.class).getText()).contains("Reading everything");
        assertThat(find("#evidence-document", Button.class).isDisabled()).isTrue();
        doOnFx(() -> later.removeFirst().run());
        assertThat(find("#evidence-told", Label.class).getText()).contains("papers: 1");

        atOnce = true;
        chosen = folder.resolve("full");
        robot.clickOn("#evidence-document");
        assertThat(find("#evidence-told", Label.class).getText()).contains("No space left on device");
        assertThat(view.root().isVisible()).isTrue();
    }
}
