package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.ViewLoader;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Everything the internet reaches, with what answers there. */
final class WorldController {
    /** Places among the columns as they are made. */
    private static final int TYPE = 2;

    private static final int ANSWERS = 6;

    private final ViewContext context;
    private final BiConsumer<ResourceRef, TrafficChoice> ask;
    private final Consumer<ResourceRef> inspector;
    private final Parent root;
    private List<TableColumn<OpeningRow, ?>> spare = List.of();
    private boolean fitted;

    @FXML
    private SixSights sights;

    @FXML
    private DataTable<OpeningRow> openings;

    @FXML
    private Badge reasons;

    @FXML
    private AgeLabel age;

    @FXML
    private Button askWhy;

    @FXML
    private Button inspect;

    @FXML
    private Label note;

    /**
     * @param ask how the internet reaches a resource
     * @param inspector shows a resource
     */
    WorldController(ViewContext context, BiConsumer<ResourceRef, TrafficChoice> ask, Consumer<ResourceRef> inspector) {
        this.context = context;
        this.ask = ask;
        this.inspector = inspector;
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        var texts = context.texts();
        openings.setRowKey(OpeningRow::key);
        var columns = columns();
        spare = List.of(columns.get(TYPE), columns.get(ANSWERS));
        openings.getColumns().addAll(columns);
        openings.getSortOrder().setAll(List.of(columns.getFirst()));
        openings.setPlaceholder(new Label(texts.get("perimeter.world.none")));
        ColumnWidths.share(openings);
        sights.follow(context, Parts.NETWORK_INTERFACES, Set.of("ec2:DescribeNetworkInterfaces"));
        age.follow(context, AskModel.basis());
        openings.setOnMouseClicked(event -> {
            if (event.getClickCount() > 1) {
                ask();
            }
        });
        openings.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                ask();
                event.consume();
            }
        });
        openings.getSelectionModel().selectedItemProperty().subscribe(row -> {
            askWhy.setDisable(row == null);
            inspect.setDisable(row == null);
        });
        note.setText(texts.get("perimeter.world.note"));
    }

    private String title(String key) {
        return context.texts().get("perimeter.column." + key);
    }

    private List<TableColumn<OpeningRow, ?>> columns() {
        var state = Columns.<OpeningRow>state(title("state"), 120, OpeningRow::seen);
        state.setMinWidth(120);
        state.setMaxWidth(170);
        return List.of(
                state,
                Columns.<OpeningRow>name(title("on"), 150, OpeningRow::name),
                Columns.<OpeningRow>text(title("type"), 90, OpeningRow::kind),
                Columns.<OpeningRow>mono(title("address2"), 120, OpeningRow::address),
                Columns.<OpeningRow>mono(title("traffic"), 120, OpeningRow::traffic),
                Columns.<OpeningRow>text(title("whoFrom"), 150, OpeningRow::from),
                Columns.<OpeningRow>text(title("answers"), 150, OpeningRow::answers),
                Columns.<OpeningRow>text(title("through"), 120, OpeningRow::through));
    }

    Parent root() {
        return root;
    }

    DataTable<OpeningRow> table() {
        return openings;
    }

    void show(WorldModel.Made made) {
        openings.apply(made.openings());
        if (!fitted && !openings.getItems().isEmpty()) {
            fitted = true;
            ColumnWidths.fit(openings);
            ColumnWidths.share(openings, openings.getWidth());
        }
        var troubled = (int) made.openings().stream()
                .filter(row -> row.seen().condition().state() == State.DEGRADED
                        || row.seen().condition().state() == State.FAILED)
                .count();
        reasons.showCount(troubled, context.texts().get("perimeter.world.reasons", troubled));
    }

    void filter(Predicate<String> admits) {
        openings.setRowFilter(row -> admits.test(row.words()));
    }

    /** Where there is little room, what a click tells gives way to addresses and ports. */
    void setForm(AgeLabel.Form form) {
        age.setForm(form);
        spare.forEach(column -> column.setVisible(form == AgeLabel.Form.FULL));
    }

    private @Nullable OpeningRow chosen() {
        return openings.getSelectionModel().getSelectedItem();
    }

    @FXML
    private void ask() {
        var row = chosen();
        if (row != null) {
            var opening = row.opening();
            ask.accept(
                    row.resource(),
                    opening == null
                                    || !opening.protocol().equals(Protocol.TCP)
                                    || opening.ports().isEmpty()
                            ? TrafficBook.tcp(443)
                            : TrafficBook.tcp(
                                    opening.ports().ranges().getFirst().first()));
        }
    }

    @FXML
    private void inspect() {
        var row = chosen();
        if (row != null) {
            inspector.accept(row.resource());
        }
    }
}
