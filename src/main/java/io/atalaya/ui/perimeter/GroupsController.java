package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActBar;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ViewLoader;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Security groups: what each lets in and out, and who wears it. */
final class GroupsController {
    private static final int WHOLE_ID = 24;
    private static final int NARROW_ID = 12;

    private final ViewContext context;
    private final PerimeterModel model;
    private final Supplier<RuleHistory> history;
    private final Consumer<ResourceRef> inspector;
    private final RuleTexts words;
    private final RuleTable rules;
    private final Units units;
    private final Parent root;
    private final ObjectProperty<@Nullable ResourceRef> acting = new SimpleObjectProperty<>(this, "acting");
    private @Nullable String chosen;
    private boolean fitted;

    @FXML
    private SixSights sights;

    @FXML
    private DataTable<GroupRow> groups;

    @FXML
    private AgeLabel age;

    @FXML
    private HBox lower;

    @FXML
    private Panel rulesPanel;

    @FXML
    private CopyId groupId;

    @FXML
    private Pills<Boolean> direction;

    @FXML
    private ActBar acts;

    @FXML
    private StackPane rulesHolder;

    @FXML
    private Label named;

    @FXML
    private DataTable<Resource> wearers;

    @FXML
    private AgeLabel wearersAge;

    /**
     * @param context over the snapshots the rows are of
     * @param history what is known of changes now
     * @param inspector shows a resource
     */
    GroupsController(
            ViewContext context, PerimeterModel model, Supplier<RuleHistory> history, Consumer<ResourceRef> inspector) {
        this.context = context;
        this.model = model;
        this.history = history;
        this.inspector = inspector;
        this.words = new RuleTexts(context.texts());
        this.rules = new RuleTable("perimeter-group-rules", context, false, false);
        this.units = new Units(context.texts().getLocale());
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        var texts = context.texts();
        groups.setRowKey(row -> row.group().id());
        groups.getColumns().addAll(columns());
        groups.setPlaceholder(new Label(texts.get("perimeter.filteredAway")));
        ColumnWidths.share(groups);
        groups.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !row.group().id().equals(chosen)) {
                chosen = row.group().id();
                showChosen();
            }
        });
        groups.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                inspect();
                event.consume();
            }
        });
        sights.setEmptyTitle(texts.get("perimeter.empty.groups"));
        sights.follow(context, Parts.SECURITY_GROUPS, Set.of("ec2:DescribeSecurityGroups"));
        age.follow(context, List.of(Parts.SECURITY_GROUPS));
        wearersAge.follow(context, GroupUses.MADE_OF);
        direction.add(true, texts.get("perimeter.direction.in"));
        direction.add(false, texts.get("perimeter.direction.out"));
        direction.valueProperty().subscribe(it -> showChosen());
        rulesHolder.getChildren().add(rules.node());
        acts.follow(context, acting);
        rules.offer(context, acting);
        wearers.setId("perimeter-wearers");
        wearers.setRowKey(Resource::ref);
        wearers.setPlaceholder(new Label());
        wearers.getColumns()
                .addAll(List.of(
                        Columns.<Resource>text(title("type"), 104, each -> texts.get("inspector.type." + each.type())),
                        Columns.<Resource>name(title("name"), 130, Resource::name),
                        Columns.<Resource>mono(title("id"), 130, each -> tail(each.id()))));
        ColumnWidths.share(wearers);
        wearers.setOnMouseClicked(event -> {
            if (event.getClickCount() > 1) {
                inspectWearer();
            }
        });
        wearers.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                inspectWearer();
                event.consume();
            }
        });
    }

    private static String tail(String id) {
        return id.startsWith("arn:") ? id.substring(id.lastIndexOf(':') + 1) : id;
    }

    private String title(String key) {
        return context.texts().get("perimeter.column." + key);
    }

    private List<TableColumn<GroupRow, ?>> columns() {
        return List.of(
                Columns.<GroupRow>name(title("group"), 130, row -> row.group().name()),
                Columns.<GroupRow>mono(title("id"), 150, row -> row.group().id()),
                Columns.<GroupRow>text(title("use"), 150, GroupRow::use),
                Columns.<GroupRow, Integer>number(title("inbound"), 76, GroupRow::inbound, it -> units.count(it)),
                Columns.<GroupRow, Integer>number(title("outbound"), 76, GroupRow::outbound, it -> units.count(it)),
                Columns.<GroupRow>mono(title("anyone"), 140, GroupRow::anyone),
                Columns.<GroupRow>text(
                        title("description"), 180, row -> row.group().description()));
    }

    Parent root() {
        return root;
    }

    DataTable<GroupRow> table() {
        return groups;
    }

    /** Newer rows. */
    void show(PerimeterModel.Prepared made) {
        groups.apply(made.groups());
        if (!fitted && !groups.getItems().isEmpty()) {
            fitted = true;
            ColumnWidths.fit(groups);
            ColumnWidths.share(groups, groups.getWidth());
        }
        showChosen();
    }

    void filter() {
        groups.setRowFilter(row -> model.admits(row.words()));
        showChosen();
    }

    void setForm(AgeLabel.Form form) {
        age.setForm(form);
        showChosen();
    }

    /** Whether there is such a group; it is chosen then. */
    boolean reveal(String id) {
        var shown = model.shown();
        if (shown == null
                || shown.groups().stream().noneMatch(row -> row.group().id().equals(id))) {
            return false;
        }
        chosen = id;
        groups.reveal(id);
        showChosen();
        return true;
    }

    /** The chosen one, else the first that is shown. */
    private @Nullable GroupRow chosen() {
        var shown = model.shown();
        if (shown == null) {
            return null;
        }
        return shown.groups().stream()
                .filter(row -> row.group().id().equals(chosen))
                .findFirst()
                .orElseGet(() ->
                        groups.getItems().isEmpty() ? null : groups.getItems().getFirst());
    }

    void showChosen() {
        var shown = model.shown();
        var row = chosen();
        lower.setVisible(row != null);
        lower.setManaged(row != null);
        if (row == null || shown == null) {
            return;
        }
        var texts = context.texts();
        var inbound = !Boolean.FALSE.equals(direction.valueProperty().get());
        var group = row.group();
        rulesPanel.setTitle(AwsText.word(group.name()));
        acting.set(group.ref());
        groupId.show(group.id(), age.getForm() == AgeLabel.Form.BRIEF ? NARROW_ID : WHOLE_ID, texts);
        direction.setText(true, texts.get("perimeter.direction.in") + " " + row.inbound());
        direction.setText(false, texts.get("perimeter.direction.out") + " " + row.outbound());
        rules.setNone(texts.get(inbound ? "perimeter.rules.noneIn" : "perimeter.rules.noneOut"));
        rules.show(words.of(group, inbound, shown.book(), history.get()));
        wearers.apply(row.wearers());
        var note = row.unused()
                ? texts.get("perimeter.wearers.none")
                : row.wearers().isEmpty() ? texts.get("perimeter.wearers.unknown") : "";
        ((Label) wearers.getPlaceholder()).setText(note);
        var names = named(row);
        named.setText(names);
        named.setVisible(!names.isEmpty());
        named.setManaged(!names.isEmpty());
    }

    /** Why a group that nothing wears may still matter. */
    private String named(GroupRow row) {
        var texts = context.texts();
        if (row.namedBy().isEmpty() && row.templates() == 0) {
            return "";
        }
        return texts.get("perimeter.wearers.named", row.namedBy().size(), row.templates());
    }

    @FXML
    private void inspect() {
        var row = chosen();
        if (row != null) {
            inspector.accept(
                    new ResourceRef(ResourceType.SECURITY_GROUP, row.group().id()));
        }
    }

    private void inspectWearer() {
        var resource = wearers.getSelectionModel().getSelectedItem();
        if (resource != null) {
            inspector.accept(resource.ref());
        }
    }
}
