package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Path;
import io.atalaya.operate.trail.PerimeterTrail;
import io.atalaya.ui.Moment;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.PlainScroll;
import io.atalaya.ui.common.Preparation;
import io.atalaya.ui.common.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The question bar, the verdict, the path with the step that decides, and the rules of that step in place. */
final class AskController {
    /** px that a step and what stands left of all of them need at 100 %. */
    private static final double STEP = 150;

    private static final double SIDE = 90;

    private final ViewContext newest;
    private final AskModel model;
    private final AskedBefore asked;
    private final Supplier<PerimeterModel.@Nullable Prepared> rows;
    private final Consumer<ResourceRef> inspector;
    private final Preparation<AskModel.Wish, AskModel.Made> preparation;
    private final StepRules stepRules;
    private final PerimeterTrail trail;
    private final ChainPane chainPane;
    private final PathPane pathPane;
    private final Parent root;
    private @Nullable Asked wanted;
    private @Nullable Path path;
    private @Nullable HopText step;
    private @Nullable Answer drawn;
    private @Nullable QuestionFields question;
    private @Nullable VerdictLine line;
    private @Nullable ChangesPane change;
    private @Nullable DecidingRules deciding;

    @FXML
    private CompletedField from;

    @FXML
    private CompletedField to;

    @FXML
    private CompletedField on;

    @FXML
    private HBox verdict;

    @FXML
    private Label verdictWord;

    @FXML
    private Button swap;

    @FXML
    private Button before;

    @FXML
    private Label because;

    @FXML
    private VBox body;

    @FXML
    private ComboBox<Path> paths;

    @FXML
    private AgeLabel age;

    @FXML
    private PlainScroll pathHolder;

    @FXML
    private Panel rulesPanel;

    @FXML
    private CopyId rulesId;

    @FXML
    private Badge decides;

    @FXML
    private Button inspect;

    @FXML
    private StackPane rulesHolder;

    @FXML
    private Label rulesNote;

    @FXML
    private Panel changesPanel;

    @FXML
    private VBox changes;

    @FXML
    private Panel chainPanel;

    @FXML
    private VBox chain;

    @FXML
    private Pane layer;

    /**
     * @param rows the groups and ACLs as they were last made
     * @param history what is known of changes now
     * @param inspector shows a resource
     */
    AskController(
            ViewContext newest,
            AskModel model,
            AskedBefore asked,
            PerimeterPorts ports,
            Supplier<PerimeterModel.@Nullable Prepared> rows,
            Supplier<RuleHistory> history,
            Consumer<ResourceRef> inspector) {
        this.newest = newest;
        this.model = model;
        this.asked = asked;
        this.rows = rows;
        this.inspector = inspector;
        this.preparation = new Preparation<>(
                ports.background(),
                ports.screen(),
                model::make,
                this::show,
                wish -> PerimeterModel.isSmall(
                        new Moment(wish.deployment(), newest.now().getValue())));
        this.trail = ports.trail();
        this.stepRules = new StepRules(newest.texts(), history);
        this.chainPane = new ChainPane(newest.texts(), this::ask);
        this.pathPane = new PathPane(newest.texts(), this::choose);
        this.root = ViewLoader.load(this, newest.texts());
    }

    @FXML
    private void initialize() {
        var texts = newest.texts();
        question =
                new QuestionFields(texts, model, List.of(from, to, on), this::deployment, new QuestionFields.Hearing() {
                    @Override
                    public void ask(Asked typed) {
                        AskController.this.ask(typed);
                    }

                    @Override
                    public void lacks(String why) {
                        AskController.this.lacks(why);
                    }
                });
        question.begin(layer);
        line = new VerdictLine(newest, verdict, verdictWord, because);
        change = new ChangesPane(texts, changesPanel, changes);
        swap.setGraphic(new Icon(Feather.REPEAT));
        swap.setAccessibleText(texts.get("perimeter.ask.swap"));
        before.setAccessibleText(texts.get("perimeter.ask.before"));
        age.attach(newest);
        pathHolder.setContent(pathPane);
        pathPane.heightProperty().subscribe(height -> pathHolder.setMinHeight(height.doubleValue()));
        deciding = new DecidingRules(
                texts,
                stepRules,
                new LastChanged(newest, trail),
                new RuleTable("perimeter-deciding", newest, false, true),
                new DecidingRules.Nodes(rulesPanel, rulesId, decides, inspect, rulesHolder, rulesNote));
        chain.getChildren().add(chainPane);
        paths.setConverter(new PathNames(texts));
        paths.getStyleClass().add("in-panel");
        paths.setOnAction(event -> {
            var chosen = paths.getValue();
            if (chosen != null && chosen != path) {
                path = chosen;
                step = null;
                showPath();
            }
        });
        body.setVisible(false);
        before.setGraphic(new Icon(Feather.CLOCK));
    }

    Parent root() {
        return root;
    }

    /** Where typing begins. */
    void focus() {
        fields().focus();
    }

    void setNarrow(boolean narrow) {
        swap.setText(narrow ? "" : newest.texts().get("perimeter.ask.swap"));
        before.setText(narrow ? "" : newest.texts().get("perimeter.ask.before"));
        age.setForm(narrow ? AgeLabel.Form.BRIEF : AgeLabel.Form.FULL);
    }

    /** A newer snapshot, or the view came on screen. */
    void apply() {
        preparation.want(new AskModel.Wish(newest.deployment().getValue(), wanted));
    }

    /** Somebody told who changed what. */
    void told() {
        model.again();
        apply();
        showRules();
    }

    void tick() {
        preparation.tick();
    }

    /** Asks this, as if a person had typed it. */
    void ask(Asked question) {
        wanted = question;
        step = null;
        path = null;
        fields().settle(question);
        asked.add(question.line());
        var made = model.made();
        if (made == null || !question.equals(made.asked())) {
            // what is on screen answers another question
            lacks(newest.texts().get("perimeter.ask.working"));
        }
        preparation.want(new AskModel.Wish(newest.deployment().getValue(), question));
    }

    /** What ends are called now; null before the first snapshot was looked at. */
    @Nullable
    EndBook ends() {
        var made = model.made();
        return made == null ? null : made.ends();
    }

    AskModel model() {
        return model;
    }

    private Deployment deployment() {
        var made = model.made();
        return made == null ? newest.deployment().getValue() : made.deployment();
    }

    /** There once the view is loaded. */
    private QuestionFields fields() {
        return Objects.requireNonNull(question);
    }

    private VerdictLine verdictLine() {
        return Objects.requireNonNull(line);
    }

    private void lacks(String why) {
        body.setVisible(false);
        verdictLine().say(why);
    }

    @FXML
    private void swap() {
        var made = model.made();
        if (made != null && made.asked() != null) {
            ask(made.asked().swapped());
        }
    }

    @FXML
    private void remembered() {
        fields().remember(before, asked.lines(), this::ask);
    }

    private void show(AskModel.Made made) {
        model.show(made);
        if (wanted != null && !wanted.equals(made.asked())) {
            return; // another question was put meanwhile: its answer comes next
        }
        if (fields().isTyping()) {
            return; // what is typed is not what was answered
        }
        var texts = newest.texts();
        var answer = made.answer();
        body.setVisible(answer != null);
        if (answer == null || made.asked() == null) {
            verdictLine().say(texts.get("perimeter.ask.nothing"));
            return;
        }
        if (wanted == null && !fields().isFocused()) {
            fields().settle(made.asked());
        }
        verdictLine()
                .show(
                        made,
                        answer,
                        steps(
                                made,
                                answer.paths().isEmpty() ? null : answer.paths().getFirst()));
        age.setObserved(Basis.of(made.deployment(), answer));
        if (answer != drawn) {
            var old = drawn;
            drawn = answer;
            if (old == null
                    || !old.question().equals(answer.question())
                    || !old.paths().equals(answer.paths())) {
                path = answer.paths().isEmpty() ? null : again(answer);
                paths.getItems().setAll(answer.paths());
                paths.setValue(path);
                paths.setVisible(answer.paths().size() > 1);
                paths.setManaged(answer.paths().size() > 1);
                step = null;
                showPath();
            }
            Objects.requireNonNull(change).show(made, answer);
        }
        showRules();
        chainPane.show(made, chainPanel);
    }

    /** The path that was looked at, where there is one between the same places still. */
    private Path again(Answer answer) {
        var looked = path;
        return answer.paths().stream()
                .filter(each -> looked != null
                        && each.from().equals(looked.from())
                        && each.to().equals(looked.to()))
                .findFirst()
                .orElse(answer.paths().getFirst());
    }

    private List<HopText> steps(AskModel.Made made, @Nullable Path of) {
        if (of == null) {
            return List.of();
        }
        var texts = hops(made);
        var all = new ArrayList<>(texts.there(of));
        all.addAll(texts.back(of));
        return all;
    }

    private HopTexts hops(AskModel.Made made) {
        return new HopTexts(
                newest.texts(),
                made.deployment(),
                Objects.requireNonNull(made.asked()).traffic().text());
    }

    private void showPath() {
        var made = model.made();
        if (made == null || path == null) {
            pathPane.show(List.of(), List.of());
            return;
        }
        var texts = hops(made);
        var there = texts.there(path);
        var back = texts.back(path);
        pathPane.show(there, back);
        pathPane.setMinWidth(pathPane.columns() * STEP + SIDE);
        var all = new ArrayList<>(there);
        all.addAll(back);
        var decider = all.stream().filter(HopText::decides).findFirst();
        step = decider.or(() -> all.stream()
                        .filter(each -> !each.hop().decisions().isEmpty())
                        .reduce((one, later) -> later.hop().kind().name().endsWith("_IN") ? later : one))
                .orElse(all.isEmpty() ? null : all.getFirst());
        showRules();
    }

    private void choose(HopText hop) {
        step = hop;
        showRules();
    }

    private void showRules() {
        pathPane.setChosen(step);
        var chosen = step;
        var made = model.made();
        if (chosen == null || made == null) {
            Objects.requireNonNull(deciding).hide();
            return;
        }
        Objects.requireNonNull(deciding).show(chosen, made, rows.get());
    }

    @FXML
    private void inspect() {
        if (step != null && step.hop().resource() != null) {
            inspector.accept(step.hop().resource());
        }
    }
}
