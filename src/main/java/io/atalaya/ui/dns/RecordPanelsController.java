package io.atalaya.ui.dns;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.dns.RecordFacts;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Panel;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Below the records: the chosen one, what is answered for it, and the failover pairs. */
final class RecordPanelsController {
    private final ViewContext context;
    private final DnsTexts words;
    private final boolean looksUp;
    private final Consumer<ResourceRef> go;
    private final Consumer<ResourceRef> inspecting;
    private @Nullable RecordDetail detail;
    private @Nullable ResourceRef chosen;

    @FXML
    private HBox root;

    @FXML
    private Panel recordPanel;

    @FXML
    private HBox acts;

    @FXML
    private Button inspect;

    @FXML
    private ScrollPane recordHolder;

    @FXML
    private VBox verdict;

    @FXML
    private VBox said;

    @FXML
    private VBox seen;

    @FXML
    private AgeLabel saidAge;

    @FXML
    private AgeLabel seenAge;

    @FXML
    private Panel pairsPanel;

    @FXML
    private VBox pairs;

    @FXML
    private AgeLabel pairsAge;

    /**
     * @param looksUp whether names are asked of public DNS
     * @param go to a resource that a fact names
     * @param inspecting shows a resource in the inspector
     */
    RecordPanelsController(
            ViewContext context,
            DnsTexts words,
            boolean looksUp,
            Consumer<ResourceRef> go,
            Consumer<ResourceRef> inspecting) {
        this.context = context;
        this.words = words;
        this.looksUp = looksUp;
        this.go = go;
        this.inspecting = inspecting;
    }

    @FXML
    private void initialize() {
        var made = new RecordDetail(context.texts(), words, new RecordDetail.Nodes(verdict, said, seen), go);
        detail = made;
        recordHolder.setContent(made.node());
        saidAge.follow(context, List.of(Parts.DNS_ANSWERS));
        seenAge.follow(context, List.of(Parts.NAMES_SEEN));
        pairsAge.follow(context, List.of(Parts.HEALTH_CHECKS));
        shown(seenAge, looksUp);
        inspect.setOnAction(event -> {
            if (chosen != null) {
                inspecting.accept(chosen);
            }
        });
    }

    /** Room in the head of the record for what can be done to it. */
    Pane acts() {
        return acts;
    }

    /**
     * @param row null where no record is looked at: then there is nothing here
     * @param all everything that was made of the snapshot
     */
    void show(@Nullable Row<RecordFacts> row, DnsModel.@Nullable Shown all) {
        shown(root, row != null);
        if (row == null || all == null || detail == null) {
            return;
        }
        chosen = row.ref();
        var record = row.facts().record();
        recordPanel.setTitle(record.recordType());
        recordPanel.setNote(record.name());
        detail.show(row);
        var stale = context.deployment()
                        .getValue()
                        .observed(Parts.HEALTH_CHECKS)
                        .freshness(context.now().getValue())
                == Freshness.LAST_KNOWN;
        shown(pairsPanel, !all.pairs().isEmpty());
        pairs.getChildren()
                .setAll(all.pairs().stream()
                        .map(pair -> new PairCard(pair, stale, context.texts(), go))
                        .toList());
    }

    /** Takes a node away with the room it takes, or brings it back. */
    static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
