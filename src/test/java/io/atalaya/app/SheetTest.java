package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.sandbox.world.checkop.Ids;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to the confirmation, and what keeps its button from being pressed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetTest extends ActingUiTest {
    private static final ResourceRef BASE = new ResourceRef(ResourceType.INSTANCE, Ids.BASE);

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        console = onFx(() -> ActingConsole.open(home, theme()));
        begin();
    }

    @AfterAll
    void close() throws Exception {
        end();
    }

    @BeforeEach
    void quiet() throws Exception {
        calm();
    }

    private void asksForTheName() throws Exception {
        open(BASE, "StopInstance");
        var name = console().scope.current().index().find(BASE).orElseThrow().name();
        assertThat(text("#confirm-type")).isEqualTo("Type " + name + " to confirm");
        assertThat(canPress()).isFalse();
        for (var wrong : new String[] {name.toLowerCase(Locale.ROOT) + "x", name + " ", Ids.BASE}) {
            type(wrong);
            assertThat(canPress()).as(wrong).isFalse();
        }
        type(name);
        assertThat(canPress()).isTrue();
        picture("protected");
    }

    private void type(String name) throws Exception {
        doOnFx(() -> robot.lookup("#confirm-typed").<TextInputControl>query().setText(name));
        settle();
    }

    @Test
    void aProtectedProfileAsksForTheResourcesName() throws Exception {
        var acting = console().scope.acting();
        acting.protection().protect(console().scope.session().name(), true);
        arm();
        asksForTheName();
    }

    @Test
    void aProtectedTagAsksForTheResourcesName() throws Exception {
        var tag = console()
                .scope
                .current()
                .index()
                .find(BASE)
                .orElseThrow()
                .tags()
                .entrySet()
                .iterator()
                .next();
        console().scope.acting().protection().protectTags(tag.getKey() + "=" + tag.getValue());
        arm();
        asksForTheName();
    }

    @Test
    void withoutProtectionNothingMustBeTyped() throws Exception {
        arm();
        open(BASE, "StopInstance");
        assertThat(onFx(() -> robot.lookup("#confirm-typed").query().getParent().isVisible()))
                .isFalse();
        assertThat(canPress()).isTrue();
    }

    @Test
    void fromThePaletteToTheVerdict() throws Exception {
        arm();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        settle();
        var name = console().scope.current().index().find(BASE).orElseThrow().name();
        doOnFx(() -> console().shell.find("Reboot instance " + name));
        settle();
        picture("palette-act");
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(text("#confirm-press")).isEqualTo("Reboot instance");
        robot.clickOn("#confirm-press");
        assertThat(console().ended().standing().verdict()).isEqualTo(Verdict.DONE);
        settle();
        assertThat(notices()).contains("Reboot instance " + name);
    }

    @Test
    void inAWindowOfItsOwnTheSheetOpensThere() throws Exception {
        doOnFx(() -> console().model.show("filesystems"));
        settle();
        robot.push(KeyCode.CONTROL, KeyCode.O);
        settle();
        var own = (Stage) onFx(() -> Window.getWindows().stream()
                .filter(it -> it instanceof Stage && it != stage())
                .findFirst()
                .orElseThrow());
        try {
            var files = console().first(Parts.FILE_SYSTEMS, it -> true);
            doOnFx(() -> {
                var bar = (MenuButton) own.getScene().lookup(".act-bar");
                choose(bar, "ModifyThroughput");
            });
            settle();
            assertThat(onFx(() -> own.getScene().lookup("#confirm")))
                    .as("on " + files)
                    .isNotNull();
            assertThat(onFx(() -> stage().getScene().lookup("#confirm"))).isNull();
            doOnFx(() -> own.getScene()
                    .lookup("#sheet-layer")
                    .fireEvent(new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ESCAPE,
                            false,
                            false,
                            false,
                            false)));
            settle();
            assertThat(onFx(() -> own.getScene().lookup("#confirm"))).isNull();
        } finally {
            doOnFx(own::close);
        }
    }

    @Test
    void disarmedWhileTheSheetIsOpen() throws Exception {
        arm();
        open(BASE, "StopInstance");
        assertThat(canPress()).isTrue();
        // a second window of this deployment disarms it: this one has not been told yet
        console().scope.acting().arming().disarm();
        var before = console().test.sandbox().requests().mutating();
        doOnFx(() -> button("#confirm-press").fire());
        settle();
        assertThat(text("#confirm-refused")).isNotEmpty();
        assertThat(console().test.sandbox().requests().mutating()).isEqualTo(before);
        doOnFx(console().tick::tick);
        settle();
        assertThat(canPress()).isFalse();
        assertThat(onFx(() -> robot.lookup("#confirm-arm").query().getParent().isVisible()))
                .isTrue();
        assertThat(console().acts()).noneMatch(it -> it.operation().act().equals("StopInstance"));
    }

    /** The confirmation of every act in the longer languages: everything is said, and nothing is cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"es", "pt-BR"})
    void inEveryLanguageNothingIsCutOff(String language) throws Exception {
        var other = onFx(() -> console().speaking(Locale.forLanguageTag(language)));
        show(other.root(), 1000, 700);
        doOnFx(other::start);
        settle();
        var cut = new ArrayList<String>();
        var seen = new HashSet<String>();
        doOnFx(() -> {
            for (var resource : resources()) {
                for (var offer : other.acting().on(resource)) {
                    if (seen.add(offer.key())) {
                        offer.open().accept(other.root());
                        other.root().applyCss();
                        other.root().layout();
                        CutOff.in(other.root().lookup("#confirm")).forEach(it -> cut.add(offer.key() + ": " + it));
                    }
                }
            }
        });
        picture("sheet-" + language);
        doOnFx(other::close);
        show(console().shell.root(), 1440, 900);
        assertThat(seen).hasSizeGreaterThan(35);
        assertThat(cut).isEmpty();
    }

    private List<ResourceRef> resources() {
        var now = console().scope.current();
        return Parts.all().stream()
                .filter(part -> Resource.class.isAssignableFrom(part.itemType()))
                .flatMap(part -> now.items(part).stream())
                .map(it -> ((Resource) it).ref())
                .toList();
    }
}
