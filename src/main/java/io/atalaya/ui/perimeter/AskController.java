package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Path;
import io.atalaya.deployment.reach.Point;
import io.atalaya.deployment.reach.Verdict;
import io.atalaya.ui.Moment;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.PlainScroll;
import io.atalaya.ui.common.Preparation;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.ViewLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The question bar, the verdict, the path with the step that decides, and the rules of that step in place. */
final class AskController {
    private static final int OFFERS = 40;

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
    private final ChainPane chainPane;
    private final PathPane pathPane;
    private final RuleTable rules;
    private final StateShape verdictShape = new StateShape(StateShape.Size.PX18);
    private final Parent root;
    private @Nullable Asked wanted;
    private @Nullable Path path;
    private @Nullable HopText step;
    private @Nullable Answer drawn;
    private boolean typing;

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
        this.stepRules = new StepRules(newest.texts(), history);
        this.chainPane = new ChainPane(newest.texts(), this::ask);
        this.pathPane = new PathPane(newest.texts(), this::choose);
        this.rules = new RuleTable("perimeter-deciding", newest, false, true);
        this.root = ViewLoader.load(this, newest.texts());
    }

    @FXML
    private void initialize() {
        var texts = newest.texts();
        from.setAccessibleText(texts.get("perimeter.ask.from"));
        to.setAccessibleText(texts.get("perimeter.ask.to"));
        on.setAccessibleText(texts.get("perimeter.ask.port"));
        from.follow(layer, this::ends, typed -> typed(from, typed));
        to.follow(layer, this::ends, typed -> typed(to, typed));
        on.follow(layer, this::traffic, typed -> typed(on, typed));
        swap.setGraphic(new Icon(Feather.REPEAT));
        swap.setAccessibleText(texts.get("perimeter.ask.swap"));
        before.setAccessibleText(texts.get("perimeter.ask.before"));
        age.attach(newest);
        pathHolder.setContent(pathPane);
        pathPane.heightProperty().subscribe(height -> pathHolder.setMinHeight(height.doubleValue()));
        rulesHolder.getChildren().add(rules.node());
        chain.getChildren().add(chainPane);
        paths.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Path each) {
                return each == null ? "" : name(each);
            }

            @Override
            public @Nullable Path fromString(String text) {
                return null;
            }
        });
        paths.getStyleClass().add("in-panel");
        paths.setOnAction(event -> {
            var chosen = paths.getValue();
            if (chosen != null && chosen != path) {
                path = chosen;
                step = null;
                showPath();
            }
        });
        verdict.getChildren().addFirst(verdictShape);
        body.setVisible(false);
        verdict.setVisible(false);
        before.setGraphic(new Icon(Feather.CLOCK));
    }

    Parent root() {
        return root;
    }

    /** Where typing begins. */
    void focus() {
        from.requestFocus();
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

    void tick() {
        preparation.tick();
    }

    /** Asks this, as if a person had typed it. */
    void ask(Asked question) {
        wanted = question;
        typing = false;
        step = null;
        path = null;
        settle(question);
        asked.add(question.line());
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

    private void settle(Asked question) {
        from.settle(question.from().text());
        to.settle(question.to().text());
        on.settle(withName(question.traffic()));
    }

    private static String withName(TrafficChoice choice) {
        return choice.detail().isEmpty() || !choice.text().startsWith("TCP ")
                ? choice.text()
                : choice.text() + " " + choice.detail();
    }

    private List<CompletedField.Offer> ends(String typed) {
        var book = ends();
        return book == null
                ? List.of()
                : book.complete(typed, OFFERS).stream()
                        .map(each -> new CompletedField.Offer(each.text(), each.detail(), each.kind()))
                        .toList();
    }

    private List<CompletedField.Offer> traffic(String typed) {
        var book = ends();
        var end = book == null ? null : book.parse(to.getText()).orElse(null);
        return model.traffic().complete(typed, deployment(), end, OFFERS).stream()
                .map(each -> new CompletedField.Offer(each.text(), each.detail(), ""))
                .toList();
    }

    /** A person settled on a text in one of the fields: the whole line in one, or one of its parts. */
    private void typed(CompletedField in, String text) {
        var book = ends();
        if (book == null) {
            return;
        }
        if (in == from && QuestionLine.isWhole(text)) {
            var whole = new QuestionLine(book, model.traffic()).parse(text);
            if (whole.isPresent()) {
                ask(whole.get());
                return;
            }
        }
        var one = book.parse(from.getText());
        var other = book.parse(to.getText());
        var what = model.traffic().parse(on.getText());
        if (one.isPresent() && other.isPresent() && what.isPresent()) {
            var question = new Asked(one.get(), other.get(), what.get());
            var made = model.made();
            if (made == null || !question.equals(made.asked()) || typing) {
                ask(question);
            }
            return;
        }
        var texts = newest.texts();
        typing = true;
        verdict.setVisible(false);
        body.setVisible(false);
        if (one.isEmpty() || other.isEmpty()) {
            var unknown = one.isEmpty() ? from.getText() : to.getText();
            because.setText(texts.get(unknown.isBlank() ? "perimeter.ask.missing" : "perimeter.ask.noEnd", unknown));
        } else {
            because.setText(
                    texts.get(on.getText().isBlank() ? "perimeter.ask.missing" : "perimeter.ask.noPort", on.getText()));
        }
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
        var menu = new ContextMenu();
        var book = ends();
        for (var line : asked.lines()) {
            var item = new MenuItem(line.replaceFirst("\t", " → ").replace('\t', ' '));
            item.setMnemonicParsing(false);
            var question = book == null
                    ? java.util.Optional.<Asked>empty()
                    : new QuestionLine(book, model.traffic()).remembered(line);
            question.ifPresentOrElse(it -> item.setOnAction(event -> ask(it)), () -> item.setDisable(true));
            menu.getItems().add(item);
        }
        if (menu.getItems().isEmpty()) {
            var none = new MenuItem(newest.texts().get("perimeter.ask.before.none"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        menu.show(before, Side.BOTTOM, 0, 2);
    }

    private void show(AskModel.Made made) {
        model.show(made);
        if (wanted != null && !wanted.equals(made.asked())) {
            return; // another question was put meanwhile: its answer comes next
        }
        if (typing) {
            return; // what is typed is not what was answered
        }
        var texts = newest.texts();
        var answer = made.answer();
        body.setVisible(answer != null);
        verdict.setVisible(answer != null);
        if (answer == null || made.asked() == null) {
            because.setText(texts.get("perimeter.ask.nothing"));
            return;
        }
        if (wanted == null && !from.isFocused() && !to.isFocused() && !on.isFocused()) {
            settle(made.asked());
        }
        showVerdict(made, answer);
        age.setObserved(basis(made.deployment(), answer));
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
            showChanges(made, answer);
        }
        showRules();
        chainPanel.setVisible(!made.chain().isEmpty());
        chainPanel.setManaged(!made.chain().isEmpty());
        var onTheWay = made.chain().stream().anyMatch(each -> each.verdict() == null)
                || made.asked().to().resource() != null
                        && made.asked().to().resource().type() == ResourceType.LOAD_BALANCER;
        chainPanel.setTitle(texts.get(onTheWay ? "perimeter.chain.title" : "perimeter.chain.who"));
        chainPanel.setNote(
                onTheWay
                        ? texts.get("perimeter.chain.note")
                        : made.asked().traffic().text());
        chainPane.show(made.chain());
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

    private void showVerdict(AskModel.Made made, Answer answer) {
        var texts = newest.texts();
        var state = AnswerTexts.state(answer.verdict());
        verdictShape.show(state, false);
        var word = texts.get("perimeter.verdict." + answer.verdict());
        if (made.since() != null) {
            var when = new Ages(texts, newest.zone())
                    .time(made.since().at(), newest.now().getValue());
            word = texts.get("perimeter.verdict.since", word, when);
        }
        verdictWord.setText(word);
        StateStyles.apply(verdict, state, false);
        StateStyles.apply(verdictWord, state, false);
        var words = new AnswerTexts(texts, made.deployment());
        var lines = new ArrayList<String>();
        lines.add(words.because(
                answer,
                steps(made, answer.paths().isEmpty() ? null : answer.paths().getFirst())));
        if (answer.verdict() != Verdict.CANNOT_TELL && !answer.doubts().isEmpty()) {
            lines.add(texts.get(
                    "perimeter.doubts",
                    words.doubt(answer.doubts().getFirst()),
                    answer.doubts().size()));
        }
        if (!answer.lastKnown().isEmpty()) {
            lines.add(texts.get(
                    "perimeter.lastKnown",
                    String.join(
                            ", ", answer.lastKnown().stream().map(words::part).toList())));
        }
        because.setText(AwsText.hint(String.join("  ", lines)));
        verdict.setAccessibleText(word + ". " + because.getText());
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

    /** The oldest answer of AWS it rests on, with the cadence of the part that is least current. */
    private Observed<?> basis(Deployment deployment, Answer answer) {
        var asOf = answer.asOf();
        if (asOf == null) {
            return Observed.never(Duration.ZERO);
        }
        var cadence = PerimeterModel.MADE_OF.stream()
                .map(deployment::observed)
                .filter(each -> asOf.equals(each.askedAt()))
                .map(Observed::cadence)
                .findFirst()
                .orElse(Duration.ofMinutes(1));
        return Observed.of(Listing.complete(List.of()), asOf, cadence);
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
        var deciding = all.stream().filter(HopText::decides).findFirst();
        step = deciding.or(() -> all.stream()
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
        var prepared = rows.get();
        var made = model.made();
        if (chosen == null || made == null) {
            rulesPanel.setVisible(false);
            return;
        }
        rulesPanel.setVisible(true);
        var shown = stepRules.of(chosen, made.deployment(), prepared);
        rulesPanel.setTitle(AwsText.word(shown.title()));
        var id = chosen.hop().resource();
        rulesId.setVisible(id != null);
        rulesId.setManaged(id != null);
        if (id != null) {
            rulesId.show(id.id().substring(id.id().lastIndexOf('/') + 1), 24, newest.texts());
        }
        decides.setVisible(chosen.decides());
        decides.setManaged(chosen.decides());
        decides.setTone(chosen.state() == State.FAILED ? Badge.Tone.DANGER : Badge.Tone.WARNING);
        rules.decide(shown.deciding());
        rules.show(shown.rows());
        rules.setNone(shown.none());
        rulesNote.setText(shown.note());
        rulesNote.setVisible(!shown.note().isEmpty());
        rulesNote.setManaged(!shown.note().isEmpty());
        inspect.setDisable(id == null);
    }

    private void showChanges(AskModel.Made made, Answer answer) {
        var texts = newest.texts();
        var words = new AnswerTexts(texts, made.deployment());
        changes.getChildren().clear();
        var useful = answer.verdict() == Verdict.NO || answer.verdict() == Verdict.PARTLY;
        changesPanel.setVisible(useful || answer.verdict() == Verdict.CANNOT_TELL);
        changesPanel.setManaged(changesPanel.isVisible());
        if (answer.verdict() == Verdict.CANNOT_TELL) {
            changesPanel.setTitle(texts.get("perimeter.doubts.title"));
            answer.doubts().forEach(each -> line("fth-help-circle", words.doubt(each)));
            return;
        }
        changesPanel.setTitle(texts.get("perimeter.changes.title"));
        answer.changes().forEach(each -> line("fth-plus-circle", words.change(each)));
        if (answer.changes().isEmpty()) {
            line("fth-slash", texts.get("perimeter.changes.none"));
        } else if (!answer.complete()) {
            line("fth-alert-circle", texts.get("perimeter.changes.incomplete"));
        }
        var note = new Label(texts.get("perimeter.changes.text"));
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        changes.getChildren().add(note);
    }

    private void line(String icon, String text) {
        var words = new Label(AwsText.line(text));
        words.setWrapText(true);
        words.setMinSize(0, Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(new Icon(icon), words);
        line.getStyleClass().add("ask-change");
        changes.getChildren().add(line);
    }

    /** {@code us-east-1a → us-east-1d}: what tells it from the other paths. */
    private String name(Path each) {
        var texts = newest.texts();
        return texts.get("perimeter.verdict." + each.verdict()) + ": " + name(each.from()) + " → " + name(each.to());
    }

    private String name(Point point) {
        return point.addresses().isOne()
                ? point.addresses().first().toString()
                : newest.texts().get("perimeter.point." + point.kind());
    }

    @FXML
    private void inspect() {
        if (step != null && step.hop().resource() != null) {
            inspector.accept(step.hop().resource());
        }
    }
}
