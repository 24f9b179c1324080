package io.atalaya.ui.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.Fleet;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.topology.Node;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopologyGesturesTest extends UiTest {
    private static final ResourceRef DATABASE = new ResourceRef(ResourceType.DATABASE, "dbprogressus");

    private final Contexts contexts = new Contexts();
    private final TopologyModel model = new TopologyModel(Runnable::run, Runnable::run, () -> contexts.now.get());
    private TopologyController view;
    private TopologyPane pane;

    @SuppressWarnings("NullAway") // set before each test
    TopologyGesturesTest() {}

    @BeforeEach
    void open() throws Exception {
        view = onFx(() -> {
            contexts.deployment.set(CheckOp.incident());
            var context = contexts.context(texts(
                    Locale.ENGLISH,
                    "io.atalaya.ui.common.common",
                    "io.atalaya.ui.topology.topology",
                    "io.atalaya.ui.inspector.inspector",
                    "io.atalaya.ui.acting.acting"));
            var made = new TopologyController(
                    context,
                    model,
                    new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), null));
            made.activate();
            return made;
        });
        show(view.root(), 1400, 860);
        pane = (TopologyPane) view.root().lookup(".topology-pane");
    }

    @AfterEach
    void leave() throws Exception {
        doOnFx(view::deactivate);
    }

    private NodeCard card(ResourceType type, String id) {
        var card = pane.control(Node.key(type, id));
        return Objects.requireNonNull(card, () -> "no control for " + id);
    }

    @Test
    void aClickOpensTheInspectorAndEscapeClosesIt() {
        robot.clickOn(card(ResourceType.DATABASE, "dbprogressus"));
        assertThat(model.selectedProperty().get()).isEqualTo(DATABASE);
        assertThat(view.root().lookup(".inspector").isVisible()).isTrue();
        assertThat(robot.lookup(".inspector .card-title").queryAs(Label.class).getText())
                .isEqualTo("dbprogressus");
        robot.type(KeyCode.ESCAPE);
        assertThat(model.selectedProperty().get()).isNull();
        assertThat(view.root().lookup(".inspector").isVisible()).isFalse();
    }

    @Test
    void theMenuOfATargetAsksAlongItsEdges() {
        var target = new ResourceRef(ResourceType.INSTANCE, CheckOp.ASG_1D);
        var questions = EdgeMenu.questions(contexts.deployment.get(), target);
        assertThat(questions).isNotEmpty().allSatisfy(each -> {
            assertThat(each.to()).isEqualTo(target);
            assertThat(Objects.requireNonNull(each.from()).type()).isEqualTo(ResourceType.LOAD_BALANCER);
        });
        assertThat(EdgeMenu.questions(
                        contexts.deployment.get(),
                        Objects.requireNonNull(questions.getFirst().from())))
                .contains(questions.getFirst());
        robot.rightClickOn(card(ResourceType.INSTANCE, CheckOp.ASG_1D));
        settle();
        robot.clickOn("Can Progresus-ELB reach AUTOChOp on tcp 8080?");
        assertThat(contexts.visited).containsExactly(questions.getFirst());
    }

    @Test
    void aRowOfACardIsAResourceOfItsOwn() {
        robot.clickOn("app.checkop.co");
        assertThat(model.selectedProperty().get())
                .isEqualTo(new ResourceRef(ResourceType.RECORD_SET, "Z1/app.checkop.co/A"));
        assertThat(model.path()).isNotEmpty();
    }

    @Test
    void theWheelZoomsUnderThePointerAndZeroShowsEverything() {
        var fitted = pane.view();
        var card = card(ResourceType.DATABASE, "dbprogressus");
        robot.moveTo(card);
        robot.scroll(3, VerticalDirection.UP);
        settle();
        assertThat(pane.view().scale()).isGreaterThan(fitted.scale());
        robot.type(KeyCode.DIGIT0);
        settle();
        assertThat(pane.view()).isEqualTo(fitted);
        robot.type(KeyCode.PLUS);
        settle();
        assertThat(pane.view().scale()).isGreaterThan(fitted.scale());
        robot.type(KeyCode.MINUS);
        settle();
        assertThat(pane.view().scale()).isCloseTo(fitted.scale(), org.assertj.core.data.Offset.offset(0.001));
    }

    @Test
    void draggingPansAndIsNoClick() {
        var before = pane.view();
        robot.drag(card(ResourceType.DATABASE, "dbprogressus"), MouseButton.PRIMARY)
                .dropBy(-60, 40);
        settle();
        assertThat(pane.view().offsetX()).isCloseTo(before.offsetX() - 60, org.assertj.core.data.Offset.offset(3.0));
        assertThat(pane.view().offsetY()).isCloseTo(before.offsetY() + 40, org.assertj.core.data.Offset.offset(3.0));
        assertThat(model.selectedProperty().get()).isNull();
    }

    @Test
    void arrowsGoFromCardToCard() {
        robot.clickOn(card(ResourceType.MOUNT_TARGET, "fsmt-1a"));
        robot.type(KeyCode.UP);
        assertThat(model.selectedProperty().get()).isEqualTo(DATABASE);
        robot.type(KeyCode.LEFT);
        assertThat(model.selectedProperty().get()).isNotNull();
        assertThat(model.selectedProperty().get().type()).isEqualTo(ResourceType.INSTANCE);
    }

    @Test
    void theFilterLeavesEverythingInItsPlaceAndEnterGoesToWhatItFound() {
        var before = card(ResourceType.DATABASE, "dbprogressus").getLayoutX();
        robot.clickOn(".filter-field").write("10.20.1.57");
        settle();
        assertThat(card(ResourceType.DATABASE, "dbprogressus").getLayoutX()).isEqualTo(before);
        robot.type(KeyCode.ENTER);
        assertThat(model.selectedProperty().get()).isEqualTo(new ResourceRef(ResourceType.INSTANCE, CheckOp.ASG_1D));
    }

    @Test
    void problemsOnlyHidesWhatWorks() {
        robot.clickOn("Problems only · 5");
        settle();
        assertThat(pane.control(Node.key(ResourceType.DATABASE, "dbprogressus")))
                .isNull();
        card(ResourceType.INSTANCE, CheckOp.ASG_1D);
    }

    @Test
    void nothingMovesWhenARefreshArrives() throws Exception {
        var at = pane.view();
        var x = card(ResourceType.DATABASE, "dbprogressus").getLayoutX();
        var moved = model.movedAtProperty().get();
        doOnFx(() -> {
            contexts.now.set(Contexts.NOW.plusSeconds(20));
            contexts.deployment.set(CheckOp.healthy());
        });
        settle();
        assertThat(pane.view()).isEqualTo(at);
        assertThat(card(ResourceType.DATABASE, "dbprogressus").getLayoutX()).isEqualTo(x);
        assertThat(model.movedAtProperty().get()).isEqualTo(moved);
    }

    @Test
    void tenThousandHaveFewControls() throws Exception {
        doOnFx(() -> contexts.deployment.set(Fleet.of(10_000, 1)));
        settle();
        assertThat(pane.controls()).isZero();
        doOnFx(() -> view.reveal(new ResourceRef(ResourceType.DATABASE, "db-app-0-000")));
        settle();
        assertThat(pane.controls()).isBetween(1, 170);
    }

    @Test
    void relatedResourcesAreFollowedAndGoneBackFrom() {
        robot.clickOn(card(ResourceType.INSTANCE, CheckOp.ASG_1D));
        robot.clickOn("Related 9");
        robot.clickOn("AUTOChOp-asg", MouseButton.PRIMARY);
        settle();
        robot.type(KeyCode.BACK_SPACE);
        settle();
        assertThat(model.selectedProperty().get()).isNotNull();
    }

    @Test
    void theCommandIsCopied() throws Exception {
        robot.clickOn(card(ResourceType.DATABASE, "dbprogressus"));
        robot.clickOn("Copy as AWS CLI");
        var text = onFx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(text)
                .isEqualTo("aws rds describe-db-instances --db-instance-identifier dbprogressus --region us-east-1");
    }
}
