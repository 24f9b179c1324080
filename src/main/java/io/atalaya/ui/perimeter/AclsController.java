package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Subnet;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActBar;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ViewLoader;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Network ACLs: what each lets pass and refuses, in the order in which AWS looks. */
final class AclsController {
    private final ViewContext context;
    private final PerimeterModel model;
    private final Supplier<RuleHistory> history;
    private final Consumer<ResourceRef> inspector;
    private final RuleTexts words;
    private final RuleTable in;
    private final RuleTable out;
    private final Units units;
    private final Parent root;
    private final ObjectProperty<@Nullable ResourceRef> acting = new SimpleObjectProperty<>(this, "acting");
    private @Nullable String chosen;
    private boolean fitted;

    @FXML
    private SixSights sights;

    @FXML
    private DataTable<AclRow> acls;

    @FXML
    private AgeLabel age;

    @FXML
    private Panel rulesPanel;

    @FXML
    private CopyId aclId;

    @FXML
    private ActBar acts;

    @FXML
    private StackPane inbound;

    @FXML
    private StackPane outbound;

    /**
     * @param context over the snapshots the rows are of
     * @param history what is known of changes now
     * @param inspector shows a resource
     */
    AclsController(
            ViewContext context, PerimeterModel model, Supplier<RuleHistory> history, Consumer<ResourceRef> inspector) {
        this.context = context;
        this.model = model;
        this.history = history;
        this.inspector = inspector;
        this.words = new RuleTexts(context.texts());
        this.in = new RuleTable("perimeter-acl-in", context, true, true);
        this.out = new RuleTable("perimeter-acl-out", context, true, true);
        this.units = new Units(context.texts().getLocale());
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        var texts = context.texts();
        acls.setRowKey(row -> row.acl().id());
        acls.getColumns().addAll(columns());
        acls.setPlaceholder(new Label(texts.get("perimeter.filteredAway")));
        ColumnWidths.share(acls);
        acls.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !row.acl().id().equals(chosen)) {
                chosen = row.acl().id();
                showChosen();
            }
        });
        acls.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                inspect();
                event.consume();
            }
        });
        sights.setEmptyTitle(texts.get("perimeter.empty.acls"));
        sights.follow(context, Parts.NETWORK_ACLS, Set.of("ec2:DescribeNetworkAcls"));
        age.follow(context, List.of(Parts.NETWORK_ACLS));
        inbound.getChildren().add(in.node());
        outbound.getChildren().add(out.node());
        acts.follow(context, acting);
        in.offer(context, acting);
        out.offer(context, acting);
    }

    private String title(String key) {
        return context.texts().get("perimeter.column." + key);
    }

    private List<TableColumn<AclRow, ?>> columns() {
        var texts = context.texts();
        return List.of(
                Columns.<AclRow>name(title("acl"), 130, row -> row.acl().name()),
                Columns.<AclRow>mono(title("id"), 160, row -> row.acl().id()),
                Columns.<AclRow>text(title("vpc"), 100, AclRow::vpc),
                Columns.<AclRow>text(
                        title("default"),
                        76,
                        row -> texts.get(row.acl().isDefault() ? "perimeter.yes" : "perimeter.no")),
                Columns.<AclRow>text(
                        title("subnets"),
                        220,
                        row -> row.acl().subnetIds().isEmpty()
                                ? texts.get("perimeter.acls.noSubnet")
                                : row.subnets().stream()
                                        .map(Subnet::name)
                                        .sorted()
                                        .collect(Collectors.joining(", "))),
                Columns.<AclRow, Integer>number(title("inbound"), 76, row -> row.entries(true), it -> units.count(it)),
                Columns.<AclRow, Integer>number(
                        title("outbound"), 76, row -> row.entries(false), it -> units.count(it)),
                Columns.<AclRow, Integer>number(title("refusals"), 76, AclRow::refusals, it -> units.count(it)));
    }

    Parent root() {
        return root;
    }

    DataTable<AclRow> table() {
        return acls;
    }

    /** Newer rows. */
    void show(PerimeterModel.Prepared made) {
        acls.apply(made.acls());
        if (!fitted && !acls.getItems().isEmpty()) {
            fitted = true;
            ColumnWidths.fit(acls);
            ColumnWidths.share(acls, acls.getWidth());
        }
        showChosen();
    }

    void filter() {
        acls.setRowFilter(row -> model.admits(row.words()));
        showChosen();
    }

    void setForm(AgeLabel.Form form) {
        age.setForm(form);
    }

    /** Whether there is such an ACL; it is chosen then. */
    boolean reveal(String id) {
        var shown = model.shown();
        if (shown == null
                || shown.acls().stream().noneMatch(row -> row.acl().id().equals(id))) {
            return false;
        }
        chosen = id;
        acls.reveal(id);
        showChosen();
        return true;
    }

    private @Nullable AclRow chosen() {
        var shown = model.shown();
        if (shown == null) {
            return null;
        }
        return shown.acls().stream()
                .filter(row -> row.acl().id().equals(chosen))
                .findFirst()
                .orElseGet(
                        () -> acls.getItems().isEmpty() ? null : acls.getItems().getFirst());
    }

    void showChosen() {
        var shown = model.shown();
        var row = chosen();
        rulesPanel.setVisible(row != null);
        rulesPanel.setManaged(row != null);
        if (row == null || shown == null) {
            return;
        }
        rulesPanel.setTitle(AwsText.word(row.acl().name()));
        acting.set(row.acl().ref());
        aclId.show(row.acl().id(), 26, context.texts());
        in.show(words.of(row.acl(), true, shown.book(), history.get()));
        out.show(words.of(row.acl(), false, shown.book(), history.get()));
    }

    @FXML
    private void inspect() {
        var row = chosen();
        if (row != null) {
            inspector.accept(new ResourceRef(ResourceType.NETWORK_ACL, row.acl().id()));
        }
    }
}
