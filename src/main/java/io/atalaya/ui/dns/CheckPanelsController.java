package io.atalaya.ui.dns;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.dns.CheckFacts;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Panel;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Below the health checks: the chosen one, and what the checkers of each region see. */
final class CheckPanelsController {
    private final ViewContext context;
    private final DnsColumns columns;
    private final CheckDetail detail;

    @FXML
    private HBox root;

    @FXML
    private Panel checkPanel;

    @FXML
    private ScrollPane checkHolder;

    @FXML
    private AgeLabel regionsAge;

    @FXML
    private DataTable<CheckFacts.Region> regions;

    CheckPanelsController(ViewContext context, DnsColumns columns) {
        this.context = context;
        this.columns = columns;
        this.detail = new CheckDetail(context.texts());
    }

    @FXML
    private void initialize() {
        checkHolder.setContent(detail.node());
        regionsAge.follow(context, List.of(Parts.HEALTH_CHECKS));
        regions.getColumns().addAll(columns.regions(() -> context.deployment()
                .getValue()
                .observed(Parts.HEALTH_CHECKS)
                .freshness(context.now().getValue())));
        ColumnWidths.share(regions);
        regions.setRowKey(CheckFacts.Region::name);
        regions.setPlaceholder(new Label(context.texts().get("dns.regions.none")));
    }

    /** @param row null where no health check is looked at: then there is nothing here */
    void show(@Nullable Row<CheckFacts> row) {
        RecordPanelsController.shown(root, row != null);
        if (row != null) {
            checkPanel.setTitle(AwsText.word(row.facts().check().name()));
            detail.show(row.facts());
            regions.apply(row.facts().regions());
        }
    }

    void setForm(AgeLabel.Form form) {
        regionsAge.setForm(form);
    }
}
