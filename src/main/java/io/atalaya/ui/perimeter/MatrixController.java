package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.reach.Matrix;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.ViewLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Which tiers reach which: a row for each that begins, a column for each that is reached. */
final class MatrixController {
    /** What is asked of a cell. */
    record Pair(Matrix.Tier from, Matrix.Tier to, Matrix.@Nullable Open open) {}

    private static final int RANGES = 4;
    /** px of a letter of a name at 100 %, and of what stands around it. */
    private static final double LETTER = 7.3;

    private static final double PADDING = 24;

    private record Where(Matrix.Tier from, Matrix.Tier to) {}

    private final ViewContext context;
    private final Consumer<Pair> ask;
    private final Parent root;
    private Map<Where, Matrix.Cell> cells = new HashMap<>();
    private @Nullable Matrix drawn;
    private List<Matrix.Tier> columned = List.of();
    private OpeningTexts words;

    @FXML
    private SixSights sights;

    @FXML
    private TableView<Matrix.Tier> matrix;

    @FXML
    private AgeLabel age;

    /** @param ask the path behind a cell */
    MatrixController(ViewContext context, Consumer<Pair> ask) {
        this.context = context;
        this.ask = ask;
        this.words = new OpeningTexts(context.texts(), Deployment.empty("", null));
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        matrix.getStyleClass().addAll("data-table", "edge-to-edge", "perimeter-matrix");
        matrix.setPlaceholder(new Label(context.texts().get("perimeter.making")));
        matrix.getSelectionModel().setCellSelectionEnabled(true);
        matrix.setAccessibleText(context.texts().get("perimeter.matrix.title"));
        sights.follow(context, Parts.NETWORK_INTERFACES, Set.of("ec2:DescribeNetworkInterfaces"));
        age.follow(context, AskModel.basis());
        matrix.setOnMouseClicked(event -> {
            if (event.getClickCount() > 1) {
                askChosen();
            }
        });
        matrix.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                askChosen();
                event.consume();
            }
        });
    }

    Parent root() {
        return root;
    }

    void setForm(AgeLabel.Form form) {
        age.setForm(form);
    }

    /** Of a snapshot whose matrix was not made, because nobody looked at it, nothing is shown. */
    void show(WorldModel.Made made) {
        var now = made.matrix();
        if (now == null) {
            matrix.getItems().clear();
            ((Label) matrix.getPlaceholder()).setText(context.texts().get("perimeter.making"));
            drawn = null;
            return;
        }
        if (now == drawn) {
            return;
        }
        words = new OpeningTexts(context.texts(), made.deployment());
        drawn = now;
        cells = new HashMap<>();
        now.cells().forEach(cell -> cells.put(new Where(cell.from(), cell.to()), cell));
        var tiers = now.tiers();
        if (!tiers.equals(columned)) {
            columned = tiers;
            columns(tiers);
        }
        matrix.getItems().setAll(tiers);
        matrix.refresh();
    }

    private void columns(List<Matrix.Tier> tiers) {
        var columns = new ArrayList<TableColumn<Matrix.Tier, Matrix.Tier>>();
        var longest = tiers.stream().mapToInt(each -> name(each).length()).max().orElse(0);
        var names = column(
                context.texts().get("perimeter.matrix.from"), Math.clamp(longest * LETTER + PADDING, 170, 290), null);
        names.getStyleClass().add("name-column");
        columns.add(names);
        for (var to : tiers) {
            if (to.kind() != Matrix.Kind.INTERNET) {
                columns.add(column(name(to), Math.clamp(name(to).length() * LETTER + PADDING, 150, 260), to));
            }
        }
        matrix.getColumns().setAll(columns);
    }

    private TableColumn<Matrix.Tier, Matrix.Tier> column(String title, double width, Matrix.@Nullable Tier to) {
        var column = new TableColumn<Matrix.Tier, Matrix.Tier>(AwsText.word(title));
        column.setPrefWidth(width);
        column.setMinWidth(width * 2 / 3);
        column.setSortable(false);
        column.setReorderable(false);
        column.setUserData(to);
        column.setCellValueFactory(it -> new ReadOnlyObjectWrapper<>(it.getValue()));
        column.setCellFactory(it -> new Cell(to));
        return column;
    }

    private String name(Matrix.Tier tier) {
        var texts = context.texts();
        var kind = texts.get("perimeter.tier." + tier.kind());
        var count = tier.members().size() > 1 ? " × " + tier.members().size() : "";
        return (tier.name() == null ? kind : tier.name()) + count;
    }

    /** What all of them reach at all of them; with a mark what only some do. */
    private String text(Matrix.@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.someone().isEmpty()) {
            return cell.doubts().isEmpty() ? "–" : context.texts().get("perimeter.matrix.unknown");
        }
        var partly = !cell.someone().equals(cell.everyone());
        return cell.someone().stream()
                        .limit(RANGES)
                        .map(each -> words.traffic(each.protocol(), each.ports()))
                        .collect(Collectors.joining(", "))
                + (partly ? " " + context.texts().get("perimeter.matrix.some") : "")
                + (cell.doubts().isEmpty() ? "" : " ?");
    }

    private void askChosen() {
        TablePosition<?, ?> at = matrix.getSelectionModel().getSelectedCells().stream()
                .findFirst()
                .orElse(null);
        if (at == null || !(at.getTableColumn().getUserData() instanceof Matrix.Tier to)) {
            return;
        }
        var from = matrix.getItems().get(at.getRow());
        var cell = cells.get(new Where(from, to));
        if (cell != null) {
            ask.accept(new Pair(
                    from, to, cell.someone().isEmpty() ? null : cell.someone().getFirst()));
        }
    }

    private final class Cell extends TableCell<Matrix.Tier, Matrix.Tier> {
        private final Matrix.@Nullable Tier to;

        Cell(Matrix.@Nullable Tier to) {
            this.to = to;
            if (to == null) {
                getStyleClass().add("name-column");
            } else {
                getStyleClass().add("matrix-cell");
            }
        }

        @Override
        protected void updateItem(Matrix.@Nullable Tier from, boolean empty) {
            super.updateItem(from, empty);
            if (empty || from == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            if (to == null) {
                setText(AwsText.word(name(from)));
                return;
            }
            var cell = cells.get(new Where(from, to));
            var text = text(cell);
            setText(text);
            var why = cell == null || cell.doubts().isEmpty()
                    ? text
                    : text + "\n"
                            + cell.doubts().stream()
                                    .map(new AnswerTexts(
                                            context.texts(),
                                            context.deployment().getValue())::doubt)
                                    .distinct()
                                    .collect(Collectors.joining("\n"));
            setTooltip(text.length() > 14 || !why.equals(text) ? new Tooltip(AwsText.hint(why)) : null);
            setAccessibleText(name(from) + " → " + name(to) + ": " + text);
        }
    }
}
