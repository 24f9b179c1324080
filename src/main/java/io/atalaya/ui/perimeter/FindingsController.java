package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.audit.Finding;
import io.atalaya.operate.run.Decision;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.ViewLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the audit found, and what somebody took upon themselves, for how long and why. */
final class FindingsController {
    private static final List<Integer> DAYS = List.of(30, 90, 365);

    private final ViewContext context;
    private final PerimeterPorts ports;
    private final Consumer<ResourceRef> inspector;
    private final FindingTexts words;
    private final List<String> lines = new ArrayList<>();
    private final Parent root;
    private WorldModel.@Nullable Made shown;
    private boolean loading;
    private boolean fitted;

    @FXML
    private SixSights sights;

    @FXML
    private DataTable<FindingRow> findings;

    @FXML
    private AgeLabel age;

    @FXML
    private Label note;

    @FXML
    private TextField reason;

    @FXML
    private ComboBox<Integer> days;

    @FXML
    private Button accept;

    @FXML
    private Button withdraw;

    @FXML
    private Button inspect;

    FindingsController(ViewContext context, PerimeterPorts ports, Consumer<ResourceRef> inspector) {
        this.context = context;
        this.ports = ports;
        this.inspector = inspector;
        this.words = new FindingTexts(context.texts(), new Ages(context.texts(), context.zone()));
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        var texts = context.texts();
        findings.setRowKey(FindingRow::key);
        var state = Columns.<FindingRow>state(title("severity"), 120, FindingRow::seen);
        state.setComparator(Comparator.comparingInt(this::rank));
        state.setMinWidth(110);
        state.setMaxWidth(150);
        findings.getColumns()
                .addAll(List.of(
                        state,
                        Columns.<FindingRow>text(title("finding"), 260, FindingRow::what),
                        Columns.<FindingRow>name(title("on"), 140, FindingRow::name),
                        Columns.<FindingRow>text(title("detail"), 170, FindingRow::detail),
                        Columns.<FindingRow>text(title("accepted"), 220, FindingRow::accepted)));
        findings.getSortOrder().setAll(List.of(state));
        findings.setPlaceholder(new Label(texts.get("perimeter.making")));
        ColumnWidths.share(findings);
        sights.follow(context, Parts.SECURITY_GROUPS, Set.of("ec2:DescribeSecurityGroups"));
        age.follow(context, AskModel.basis());
        days.getItems().setAll(DAYS);
        days.setValue(DAYS.getFirst());
        days.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer each) {
                return each == null ? "" : texts.get("perimeter.findings.days", each);
            }

            @Override
            public @Nullable Integer fromString(String text) {
                return null;
            }
        });
        findings.getSelectionModel().selectedItemProperty().subscribe(row -> enable());
        reason.textProperty().subscribe(it -> enable());
        reason.setOnAction(event -> accept());
    }

    /** By weight, not by word; what somebody accepted comes last. */
    private int rank(Seen seen) {
        for (var severity : Finding.Severity.values()) {
            if (seen.condition().word().equals(words.severity(severity))) {
                return severity.ordinal();
            }
        }
        return Finding.Severity.values().length;
    }

    private String title(String key) {
        return context.texts().get("perimeter.column." + key);
    }

    Parent root() {
        return root;
    }

    DataTable<FindingRow> table() {
        return findings;
    }

    void filter(Predicate<String> admits) {
        findings.setRowFilter(row -> admits.test(row.words()));
    }

    /** Newer findings; what was accepted is read when the first come. */
    void show(WorldModel.Made made) {
        shown = made;
        if (!loading) {
            loading = true;
            behind(() -> {
                var read = ports.kept().accepted();
                ports.screen().execute(() -> {
                    lines.addAll(0, read);
                    apply();
                });
            });
        }
        apply();
    }

    private void apply() {
        var made = shown;
        if (made == null) {
            return;
        }
        var audit = made.audit();
        var texts = context.texts();
        ((Label) findings.getPlaceholder())
                .setText(texts.get(audit == null ? "perimeter.making" : "perimeter.findings.none"));
        if (audit == null) { // nobody looked at it in this snapshot
            findings.apply(List.of());
            return;
        }
        var now = context.now().getValue();
        findings.apply(words.rows(made.deployment(), audit.findings(), Acceptance.last(lines), now));
        if (!fitted && !findings.getItems().isEmpty()) {
            fitted = true;
            ColumnWidths.fit(findings);
            ColumnWidths.share(findings, findings.getWidth());
        }
        var answers = new AnswerTexts(texts, made.deployment());
        var doubts = audit.doubts().stream().map(answers::doubt).distinct().collect(Collectors.joining("; "));
        note.setText(
                doubts.isEmpty()
                        ? texts.get("perimeter.findings.note")
                        : texts.get("perimeter.findings.doubts", doubts));
        enable();
    }

    private void enable() {
        var row = findings.getSelectionModel().getSelectedItem();
        accept.setDisable(row == null || reason.getText().isBlank());
        withdraw.setDisable(row == null || row.accepted().isEmpty());
        inspect.setDisable(row == null);
    }

    @FXML
    private void accept() {
        var chosen = days.getValue();
        if (!reason.getText().isBlank() && chosen != null) {
            write(
                    context.now().getValue().plus(Duration.ofDays(chosen)),
                    reason.getText().strip());
            reason.clear();
        }
    }

    @FXML
    private void withdraw() {
        write(Instant.EPOCH, "");
    }

    private void write(Instant until, String why) {
        var row = findings.getSelectionModel().getSelectedItem();
        if (row != null) {
            var acceptance = new Acceptance(context.now().getValue(), ports.person(), row.key(), until, why);
            var decision = decision(row, acceptance);
            behind(() -> keep(acceptance.line(), decision));
        }
    }

    /** What is not in the journal was not accepted. */
    private void keep(String line, Decision decision) {
        try {
            ports.decisions().note(decision);
        } catch (IOException e) {
            tell("perimeter.findings.notSaved", e.toString());
            return;
        }
        ports.kept().accept(line);
        ports.screen().execute(() -> {
            lines.add(line);
            apply();
        });
    }

    private Decision decision(FindingRow row, Acceptance acceptance) {
        var said = new ArrayList<>(List.of(row.what() + ": " + row.name(), row.detail()));
        said.add(acceptance.by());
        var taken = acceptance.until().equals(Instant.EPOCH);
        if (!taken) {
            said.add(context.texts()
                    .get("perimeter.findings.until", acceptance.until().toString()));
        }
        return new Decision(
                taken ? "WithdrawAcceptance" : "AcceptFinding", row.resource().id(), said, acceptance.note());
    }

    @FXML
    private void export() {
        var text = FindingTexts.csv(List.copyOf(findings.getItems()));
        ports.saveAs()
                .apply("atalaya-perimeter.csv")
                .ifPresent(file -> behind(() -> {
                    try {
                        Files.writeString(file, text, StandardCharsets.UTF_8);
                        tell("perimeter.findings.saved", file.toString());
                    } catch (IOException e) {
                        tell("perimeter.findings.notSaved", e.toString());
                    }
                }));
    }

    private void tell(String key, String what) {
        ports.screen().execute(() -> note.setText(context.texts().get(key, what)));
    }

    private void behind(Runnable task) {
        try {
            ports.background().execute(task);
        } catch (RejectedExecutionException closed) {
            note.setText(context.texts().get("perimeter.findings.notSaved", "")); // the connection has ended
        }
    }

    @FXML
    private void inspect() {
        var row = findings.getSelectionModel().getSelectedItem();
        if (row != null) {
            inspector.accept(row.resource());
        }
    }
}
