package io.atalaya.ui.balancing;

import io.atalaya.deployment.Certificate;
import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.StateStyles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The columns of balancers, listeners and rules. They keep their order: a rule belongs under its listener. */
final class PathColumns {
    private final BalancingTexts texts;
    private final Supplier<Instant> now;
    private final TableColumn<PathRow, Integer> rank;

    PathColumns(BalancingTexts texts, Supplier<Instant> now) {
        this.texts = texts;
        this.now = now;
        rank = Columns.column("", 0, PathRow::rank);
        rank.setVisible(false);
    }

    /** Never on screen; what is sorted by it cannot be sorted by a click. */
    TableColumn<PathRow, Integer> order() {
        return rank;
    }

    List<TableColumn<PathRow, ?>> all() {
        var state = Columns.<PathRow>state(title("state"), 148, PathRow::seen);
        state.setMinWidth(128);
        var name = Columns.<PathRow, PathRow>column(title("entrance"), 170, row -> row);
        name.setCellFactory(it -> new NameCell());
        var certificate = Columns.<PathRow, PathRow>column(title("certificate"), 84, row -> row);
        certificate.setMinWidth(84);
        certificate.getStyleClass().add("number-column");
        certificate.setCellFactory(it -> new CertificateCell());
        var columns = List.<TableColumn<PathRow, ?>>of(
                rank,
                state,
                name,
                Columns.text(title("kind"), 120, PathRow::kind),
                Columns.text(title("sendsTo"), 150, PathRow::sendsTo),
                certificate);
        columns.stream().filter(each -> each != rank).forEach(each -> each.setSortable(false));
        return columns;
    }

    private String title(String key) {
        return texts.get("balancing.column." + key);
    }

    /** Indented under what it belongs to. */
    private static final class NameCell extends TableCell<PathRow, PathRow> {
        private static final List<PseudoClass> DEPTHS = List.of(
                PseudoClass.getPseudoClass("top"),
                PseudoClass.getPseudoClass("listener"),
                PseudoClass.getPseudoClass("rule"));

        NameCell() {
            getStyleClass().add("path-name");
        }

        @Override
        protected void updateItem(@Nullable PathRow row, boolean empty) {
            super.updateItem(row, empty);
            for (int depth = 0; depth < DEPTHS.size(); depth++) {
                pseudoClassStateChanged(DEPTHS.get(depth), !empty && row != null && row.depth() == depth);
            }
            setText(empty || row == null ? null : AwsText.line(row.name()));
            setTooltip(empty || row == null || row.name().length() < 20 ? null : new Tooltip(AwsText.hint(row.name())));
        }
    }

    /** How long its first certificate is valid. */
    private final class CertificateCell extends TableCell<PathRow, PathRow> {
        @Override
        protected void updateItem(@Nullable PathRow row, boolean empty) {
            super.updateItem(row, empty);
            StateStyles.clear(this);
            getStyleClass().remove("certificate-cell");
            if (empty || row == null || !row.secured()) {
                setText(null);
                return;
            }
            getStyleClass().add("certificate-cell");
            var until = row.expires();
            if (until == null) {
                setText(texts.get("balancing.certificate.brief.unread"));
                StateStyles.apply(this, State.UNKNOWN, false);
                return;
            }
            var left = Duration.between(now.get(), until);
            if (left.isNegative()) {
                setText(texts.get("balancing.certificate.brief.expired"));
                StateStyles.apply(this, State.FAILED, false);
            } else {
                setText(Durations.brief(left));
                if (left.compareTo(Certificate.SOON) <= 0) {
                    StateStyles.apply(this, State.DEGRADED, false);
                }
            }
        }
    }
}
