package io.atalaya.ui.evidence;

import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.ui.Captures;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.PlainScroll;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.StateLabel;
import io.atalaya.ui.common.ViewLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The capsules that this user made or opened, what is in them and whether they are what was sealed; and the recipes. */
public final class EvidenceController implements View, Captures {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceController.class);
    private static final double NARROW = 1080;
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    /** What the view lists. */
    enum Page {
        CAPSULES,
        RECIPES
    }

    private final ViewContext context;
    private final EvidencePorts ports;
    private final LibraryModel model;
    private final RecipeBook book;
    private final EvidenceTexts words;
    private final Ages ages;
    private final CapsuleSide capsuleSide;
    private final RecipeSide recipeSide;
    private final CapsuleForm form;
    private final PlainScroll formScroll;
    private final Parent root;
    private final InvalidationListener onTick = it -> tick();
    private final InvalidationListener onCapture = it -> captured();
    private List<RecipeRow> recipeRows = List.of();
    private @Nullable Path wanted;
    private @Nullable Node shownSide;
    private List<TableColumn<CapsuleRow, ?>> roomy = List.of();

    @FXML
    private BorderPane view;

    @FXML
    private Pills<Page> pages;

    @FXML
    private FilterField filter;

    @FXML
    private Button verifyAll;

    @FXML
    private Button document;

    @FXML
    private StateLabel chain;

    @FXML
    private StateLabel readiness;

    @FXML
    private HBox checkingLine;

    @FXML
    private ProgressBar checkingBar;

    @FXML
    private Label checkingText;

    @FXML
    private Label told;

    @FXML
    private DataTable<CapsuleRow> table;

    @FXML
    private VBox empty;

    @FXML
    private DataTable<RecipeRow> recipes;

    @FXML
    private Panel side;

    public EvidenceController(ViewContext context, EvidencePorts ports) {
        this.context = context;
        this.ports = ports;
        this.model = new LibraryModel(ports.shelf(), ports.verdicts(), ports.background(), ports.screen());
        this.book = new RecipeBook(ports.recipes());
        var texts = context.texts();
        this.words = new EvidenceTexts(texts);
        this.ages = new Ages(texts, context.zone());
        this.capsuleSide = new CapsuleSide(
                texts,
                words,
                new CapsuleLines(texts, words, ages),
                new ReplayLines(texts, words, ages),
                model,
                new CapsuleSide.Ways(row -> model.verify(List.of(row)), this::compare, this::export));
        this.recipeSide = new RecipeSide(texts, words, this::capture, this::copyRecipe);
        this.form = new CapsuleForm(texts, ports.pictures(), ports.saveAs(), this::begin);
        this.formScroll = new PlainScroll();
        formScroll.setContent(form);
        formScroll.setFitToWidth(true);
        formScroll.setMinHeight(0);
        formScroll.getStyleClass().add("plain");
        VBox.setVgrow(formScroll, Priority.ALWAYS);
        this.root = ViewLoader.load(this, texts);
    }

    @FXML
    private void initialize() {
        var texts = context.texts();
        pages.add(Page.CAPSULES, texts.get("evidence.page.capsules"));
        pages.add(Page.RECIPES, texts.get("evidence.page.recipes"));
        pages.valueProperty().subscribe(it -> turn());
        filter.textProperty().bindBidirectional(model.filterProperty());
        model.filterProperty().addListener(it -> draw());
        model.shownProperty().addListener(it -> draw());
        model.checkingProperty().subscribe(it -> checking(it));
        table.setRowKey(CapsuleRow::id);
        table.getColumns().add(Columns.state(texts.get("evidence.column.verdict"), 155, words::verdict));
        table.getColumns().getFirst().setMinWidth(150);
        table.getColumns().add(Columns.column(texts.get("evidence.column.at"), 165, row -> row.at()));
        var at = table.getColumns().get(1);
        at.getStyleClass().add("mono-column");
        @SuppressWarnings("unchecked") // the column above
        var atColumn = (TableColumn<CapsuleRow, java.time.Instant>) at;
        atColumn.setCellFactory(it -> new WhenCell(ages, context.now()));
        at.setMinWidth(160);
        table.getColumns().add(Columns.name(texts.get("evidence.column.recipe"), 115, this::recipe));
        table.getColumns().getLast().setMinWidth(95);
        table.getColumns().add(Columns.text(texts.get("evidence.column.place"), 240, EvidenceTexts::place));
        table.getColumns().getLast().setMinWidth(145);
        table.getColumns().add(Columns.state(texts.get("evidence.column.origin"), 150, words::origin));
        table.getColumns().getLast().setMinWidth(145);
        table.getColumns().add(Columns.text(texts.get("evidence.column.claims"), 190, words::claims));
        table.getColumns().add(Columns.text(texts.get("evidence.column.stamp"), 130, words::stamp));
        table.getColumns().add(Columns.number(texts.get("evidence.column.size"), 90, CapsuleRow::size, words::size));
        roomy = List.copyOf(table.getColumns().subList(5, 8));
        table.getSelectionModel().selectedItemProperty().subscribe(it -> chosen(it));
        recipes.setRowKey(RecipeRow::name);
        recipes.getColumns().add(Columns.state(texts.get("evidence.column.state"), 120, this::recipeState));
        recipes.getColumns().getFirst().setMinWidth(100);
        recipes.getColumns().add(Columns.name(texts.get("evidence.column.recipe"), 160, RecipeRow::name));
        recipes.getColumns()
                .add(Columns.text(
                        texts.get("evidence.column.title"),
                        420,
                        row -> row.recipe() == null
                                ? row.trouble()
                                : row.recipe().title()));
        recipes.getColumns()
                .add(Columns.text(
                        texts.get("evidence.recipe.whose"),
                        110,
                        row -> texts.get(row.own() ? "evidence.recipe.yours" : "evidence.recipe.shipped")));
        recipes.getColumns().add(Columns.text(texts.get("evidence.column.last"), 150, row -> last(row)));
        recipes.getSelectionModel().selectedItemProperty().subscribe(it -> chosen(it));
        checkingLine.managedProperty().bind(checkingLine.visibleProperty());
        view.widthProperty().subscribe(it -> fit());
        document.setTooltip(new Tooltip(texts.get("evidence.document")));
        chain.setMinWidth(0);
        readiness.setMinWidth(0);
        show(null, "", "");
        turn();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        context.now().addListener(onTick);
        ports.capture().standingProperty().addListener(onCapture);
        model.look();
        readRecipes();
        tick();
    }

    @Override
    public void deactivate() {
        context.now().removeListener(onTick);
        ports.capture().standingProperty().removeListener(onCapture);
    }

    @Override
    public void askAgain() {
        model.look();
        readRecipes();
    }

    @Override
    public void close() {
        model.stopVerifying();
    }

    private void readRecipes() {
        ports.background().execute(() -> {
            var rows = book.rows();
            ports.screen().execute(() -> {
                recipeRows = rows;
                recipes.apply(rows);
                draw();
            });
        });
    }

    private void turn() {
        boolean capsules = pages.valueProperty().get() != Page.RECIPES;
        recipes.setVisible(!capsules);
        verifyAll.setVisible(capsules);
        filter.setDisable(!capsules);
        if (capsules) {
            recipes.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearSelection();
        }
        if (shownSide != formScroll) {
            show(null, "", "");
        }
        draw();
    }

    private void draw() {
        var shown = model.shownProperty().get();
        var texts = context.texts();
        var rows = model.rows(this::searched);
        boolean capsules = pages.valueProperty().get() != Page.RECIPES;
        boolean none = shown.read() && shown.rows().isEmpty() && shown.trouble() == null;
        empty.setVisible(capsules && none);
        table.setVisible(capsules && !none);
        table.setPlaceholder(new Label(texts.get(shown.read() ? "evidence.filteredOut" : "evidence.reading")));
        inOrder(rows);
        pages.setText(
                Page.CAPSULES,
                texts.get("evidence.page.capsules.count", shown.rows().size()));
        pages.setText(Page.RECIPES, texts.get("evidence.page.recipes.count", recipeRows.size()));
        verifyAll.setDisable(shown.rows().stream().noneMatch(it -> it.file() != null)
                || model.checkingProperty().get() != null);
        standing(shown);
        form.follow(recipeRows, shown.standing());
        var chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            capsuleSide.show(chosen, shown.rows());
        }
        var looked = wanted;
        if (looked != null && rows.stream().anyMatch(it -> looked.equals(it.file()))) {
            wanted = null;
            table.reveal(looked.toString());
            // who opens one wants to know; so does who has just made one
            model.verify(rows.stream()
                    .filter(it -> looked.equals(it.file()) && it.verdict() == CapsuleRow.Verdict.NOT_VERIFIED)
                    .toList());
        }
    }

    /** Newest first is an order of the list, which a table that is refreshed by key does not keep. */
    private void inOrder(List<CapsuleRow> rows) {
        var before = table.allRows().stream().map(CapsuleRow::id).toList();
        if (!before.equals(rows.stream().map(CapsuleRow::id).toList())) {
            var chosen = table.getSelectionModel().getSelectedItem();
            table.apply(List.of());
            table.apply(rows);
            if (chosen != null) {
                table.reveal(chosen.id());
            }
        } else {
            table.apply(rows);
        }
    }

    private void standing(LibraryModel.Shown shown) {
        var texts = context.texts();
        var standing = shown.standing();
        if (shown.trouble() != null) {
            chain.show(Seen.current(State.FAILED, texts.get("evidence.chain.folder", AwsText.line(shown.trouble()))));
        } else if (standing.trouble() != null) {
            chain.show(Seen.current(State.FAILED, words.reason(standing.trouble())));
        } else if (standing.key() == null) {
            chain.show(Seen.current(State.UNKNOWN, texts.get("evidence.chain.none")));
        } else {
            var missing = shown.rows().stream()
                    .filter(it -> it.verdict() == CapsuleRow.Verdict.NOT_HERE)
                    .count();
            chain.show(Seen.current(
                    missing == 0 ? State.HEALTHY : State.UNKNOWN,
                    texts.get(
                            missing == 0 ? "evidence.chain.whole" : "evidence.chain.missing",
                            standing.chain().size(),
                            missing)));
        }
    }

    private void tick() {
        ready();
        table.refresh(); // ages
    }

    /** Whether a capsule of everything could be made now, and what is in its way: no capsule is made of half a list. */
    private void ready() {
        var texts = context.texts();
        var deployment = context.deployment().getValue();
        int unread = 0;
        Problem first = null;
        for (Part<?> part : Parts.all()) {
            Observed<? extends Listing<?>> observed = deployment.observed(part);
            var problem = observed.problem();
            if (problem != null && (ports.aws() || problem.kind() != Problem.Kind.NOT_OFFERED)) {
                unread++;
                first = first == null ? problem : first;
            }
        }
        readiness.setVisible(first != null);
        readiness.setManaged(first != null);
        if (first != null) {
            readiness.show(
                    State.DEGRADED,
                    texts.get("evidence.notReady", unread) + " · " + new ProblemTexts(texts).what(first) + " · "
                            + first.call(),
                    io.atalaya.deployment.Freshness.CURRENT);
        }
    }

    private void checking(LibraryModel.@Nullable Checking now) {
        checkingLine.setVisible(now != null);
        if (now != null) {
            checkingBar.setProgress((double) now.done() / now.of());
            checkingText.setText(context.texts()
                    .get(now.stopping() ? "evidence.checking.stopping" : "evidence.checking", now.done(), now.of()));
        }
        verifyAll.setDisable(now != null);
    }

    private String searched(CapsuleRow row) {
        return String.join(
                " ",
                words.verdict(row).condition().word(),
                recipe(row),
                EvidenceTexts.place(row),
                words.originWord(row),
                row.id(),
                row.manifest() == null ? "" : row.manifest().facts().id(),
                row.at() == null ? "" : ages.exact(row.at()));
    }

    private String recipe(CapsuleRow row) {
        var name = row.recipe();
        return !name.isEmpty()
                ? name
                : row.link() != null
                        ? row.link().capsule()
                        : String.valueOf(row.file() == null ? "" : row.file().getFileName());
    }

    private Seen recipeState(RecipeRow row) {
        return row.recipe() == null
                ? Seen.current(State.FAILED, context.texts().get("evidence.recipe.wrong"))
                : Seen.current(State.HEALTHY, context.texts().get("evidence.recipe.good"));
    }

    private String last(RecipeRow row) {
        return model.all().stream()
                .filter(it -> it.recipe().equals(row.name()) && it.at() != null)
                .findFirst()
                .map(it ->
                        it.at() == null ? "" : ages.time(it.at(), context.now().getValue()))
                .orElseGet(() -> context.texts().get("evidence.recipe.never"));
    }

    private void chosen(@Nullable CapsuleRow row) {
        if (row != null) {
            capsuleSide.show(row, model.all());
            show(
                    capsuleSide,
                    recipe(row),
                    row.manifest() == null ? "" : row.manifest().facts().id());
        } else if (shownSide == capsuleSide) {
            show(null, "", "");
        }
    }

    private void chosen(@Nullable RecipeRow row) {
        if (row != null) {
            recipeSide.show(row, String.valueOf(ports.recipes().folder().resolve(row.name() + ".toml")));
            show(
                    recipeSide,
                    AwsText.word(row.name()),
                    row.recipe() == null ? "" : row.recipe().title());
        } else if (shownSide == recipeSide) {
            show(null, "", "");
        }
    }

    /** Puts something beside the list; null for nothing. */
    private void show(@Nullable Node content, String title, String note) {
        shownSide = content;
        side.setVisible(content != null);
        side.setManaged(content != null);
        side.setTitle(AwsText.word(title));
        side.setNote(note);
        side.getChildren().removeIf(it -> it == capsuleSide || it == recipeSide || it == formScroll);
        if (content != null) {
            side.getChildren().add(content);
        }
        fit();
    }

    /** Where there is no room for both, what belongs to a capsule stands below the list. */
    private void fit() {
        var width = view.getWidth();
        var below = width > 0 && width < NARROW;
        if ((below ? view.getBottom() : view.getRight()) != side) {
            view.setRight(null);
            view.setBottom(null);
            if (below) {
                view.setBottom(side);
            } else {
                view.setRight(side);
            }
        }
        side.pseudoClassStateChanged(BELOW, below);
        roomy.forEach(it -> it.setVisible(shownSide == null || (below && it != roomy.get(1))));
    }

    @FXML
    @Override
    public void newCapsule() {
        table.getSelectionModel().clearSelection();
        recipes.getSelectionModel().clearSelection();
        show(formScroll, context.texts().get("evidence.new"), "");
        form.focusFirst();
    }

    @Override
    public void showCapsule(Path file) {
        pages.valueProperty().set(Page.CAPSULES);
        filter.clear();
        wanted = file.toAbsolutePath().normalize();
        model.look();
    }

    private void capture(Recipe recipe) {
        newCapsule();
        form.choose(recipe);
    }

    private void begin(CaptureAsk ask) {
        tell(ports.capture().begin(ask) ? "" : context.texts().get("evidence.oneAtATime"));
    }

    private void captured() {
        if (ports.capture().standing() instanceof CaptureModel.Standing.Made made) {
            showCapsule(made.captured().file());
        }
    }

    @FXML
    private void open() {
        for (var file : ports.choose().get()) {
            model.open(file, trouble -> {
                tell(trouble == null ? "" : context.texts().get("evidence.notOpened", AwsText.line(trouble)));
                if (trouble == null) {
                    showCapsule(file);
                }
            });
        }
    }

    @FXML
    private void writeDocument() {
        ports.saveAs().apply(context.texts().get("evidence.document.folder")).ifPresent(folder -> {
            document.setDisable(true);
            tell(context.texts().get("evidence.document.writing"));
            ports.background().execute(() -> {
                var said = written(folder);
                ports.screen().execute(() -> {
                    document.setDisable(false);
                    tell(said);
                });
            });
        });
    }

    private String written(Path folder) {
        var texts = context.texts();
        try {
            var files = ports.documents().write(folder, texts.getLocale());
            return texts.get("evidence.document.written", files.size(), folder.toString());
        } catch (IOException | RuntimeException e) {
            LOG.warn("no document was written", e);
            return texts.get("evidence.document.notWritten", AwsText.line(String.valueOf(e.getMessage())));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @FXML
    private void verifyAll() {
        model.verify(model.rows(this::searched));
    }

    @FXML
    private void stop() {
        model.stopVerifying();
    }

    private void compare(CapsuleRow then, CapsuleRow now) {
        if (then.file() != null && now.file() != null) {
            model.compare(then.file(), now.file(), capsuleSide::show);
        }
    }

    private void export(CapsuleRow row) {
        var file = row.file();
        if (file == null) {
            return;
        }
        var name = String.valueOf(file.getFileName()).replaceFirst("\\.zip$", "");
        ports.saveAs()
                .apply(name)
                .ifPresent(folder -> model.export(
                        file,
                        folder,
                        trouble -> tell(
                                trouble == null
                                        ? context.texts().get("evidence.exported", folder.toString())
                                        : context.texts().get("evidence.notExported", trouble))));
    }

    private void copyRecipe(Recipe recipe) {
        ports.background().execute(() -> {
            String said;
            try {
                said = context.texts()
                        .get("evidence.recipe.copied", book.copy(recipe).toString());
            } catch (IOException e) {
                said = context.texts().get("evidence.recipe.notCopied", e.toString());
            }
            var words = said;
            ports.screen().execute(() -> {
                tell(words);
                readRecipes();
            });
        });
    }

    private void tell(String said) {
        told.setText(AwsText.line(said));
        told.setTooltip(said.isEmpty() ? null : new Tooltip(AwsText.hint(said)));
    }

    @FXML
    private void closeSide() {
        table.getSelectionModel().clearSelection();
        recipes.getSelectionModel().clearSelection();
        show(null, "", "");
    }
}
