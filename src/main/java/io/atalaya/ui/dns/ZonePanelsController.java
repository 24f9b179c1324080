package io.atalaya.ui.dns;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.dns.ZoneFacts;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Panel;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Below the zones: who answers for the chosen one. */
final class ZonePanelsController {
    private final ViewContext context;
    private final ZoneDetail detail;

    @FXML
    private HBox root;

    @FXML
    private Panel zonePanel;

    @FXML
    private ScrollPane zoneHolder;

    @FXML
    private AgeLabel delegationAge;

    ZonePanelsController(ViewContext context) {
        this.context = context;
        this.detail = new ZoneDetail(context.texts());
    }

    @FXML
    private void initialize() {
        zoneHolder.setContent(detail.node());
        delegationAge.follow(context, List.of(Parts.ZONE_DELEGATIONS));
    }

    /** @param row null where no zone is looked at: then there is nothing here */
    void show(@Nullable Row<ZoneFacts> row) {
        RecordPanelsController.shown(root, row != null);
        if (row != null) {
            zonePanel.setTitle(AwsText.word(row.facts().zone().name()));
            zonePanel.setNote(row.facts().zone().id());
            detail.show(row.facts());
        }
    }

    void setForm(AgeLabel.Form form) {
        delegationAge.setForm(form);
    }
}
