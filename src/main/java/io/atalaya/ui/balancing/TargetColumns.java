package io.atalaya.ui.balancing;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.Seen;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The columns of targets: state first, the day last. */
final class TargetColumns {
    private final BalancingTexts texts;
    private final Supplier<Instant> now;
    private final Supplier<Deployment> deployment;
    private final LiveCells live;
    private final TableColumn<TargetRow, Seen> state;
    private final TableColumn<TargetRow, String> name;
    private final TableColumn<TargetRow, String> id;
    private final TableColumn<TargetRow, String> group;
    private final TableColumn<TargetRow, String> image;
    private final TableColumn<TargetRow, TargetRow> why;

    /** @param deployment the snapshot the rows are of */
    TargetColumns(BalancingTexts texts, Supplier<Instant> now, Supplier<Deployment> deployment, LiveCells live) {
        this.texts = texts;
        this.now = now;
        this.deployment = deployment;
        this.live = live;
        state = held(Columns.state(title("state"), 96, TargetRow::seen));
        name = Columns.name(title("target"), 130, row -> row.facts().name());
        name.setMinWidth(110);
        group = Columns.text(title("group"), 110, row -> row.facts().groupName());
        group.setMinWidth(96);
        id = fixed(Columns.mono(title("id"), 104, row -> row.facts().target().targetId()));
        id.getStyleClass().add(ColumnWidths.KEEPS);
        image = Columns.text(title("image"), 120, TargetColumns::imageOf);
        image.getStyleClass().add(ColumnWidths.KEEPS);
        why = why();
    }

    /**
     * Leaves out what the detail says too.
     *
     * @param narrow whether there is little room
     * @param oneGroup whether all targets are of one group
     */
    void fit(boolean narrow, boolean oneGroup) {
        id.setVisible(!narrow);
        image.setVisible(!narrow);
        why.setMinWidth(narrow ? 170 : 230);
        group.setVisible(!oneGroup);
    }

    /** By which the table is sorted until a person sorts it: the worst first. */
    List<TableColumn<TargetRow, ?>> order() {
        return List.of(state);
    }

    List<TableColumn<TargetRow, ?>> all() {
        return List.of(
                state,
                name,
                id,
                held(Columns.<TargetRow>text(
                        title("zone"), 90, row -> row.facts().zone())),
                fixed(Columns.<TargetRow, Integer>number(
                        title("port"), 56, row -> row.facts().target().port(), String::valueOf)),
                group,
                image,
                why,
                since(),
                day());
    }

    private static @Nullable String imageOf(TargetRow row) {
        var image = row.facts().image();
        var instance = row.facts().instance();
        return image != null ? image.name() : instance == null ? null : instance.imageId();
    }

    private String title(String key) {
        return texts.get("balancing.column." + key);
    }

    private static <C extends TableColumn<?, ?>> C held(C column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }

    /** What is always as long leaves all the room to names and reasons. */
    private static <C extends TableColumn<?, ?>> C fixed(C column) {
        column.setMaxWidth(column.getPrefWidth());
        return held(column);
    }

    /** Reason and description; of one that drains how long it will at most. */
    private TableColumn<TargetRow, TargetRow> why() {
        var column = Columns.<TargetRow, TargetRow>column(title("reason"), 240, row -> row);
        column.setCellFactory(it -> {
            var cell = new WhyCell(texts, now);
            live.add(cell);
            return cell;
        });
        column.setComparator((one, other) -> WhyCell.word(one).compareTo(WhyCell.word(other)));
        return column;
    }

    private TableColumn<TargetRow, TargetRow> since() {
        var column = fixed(Columns.<TargetRow, TargetRow>column(title("since"), 116, row -> row));
        column.getStyleClass().add("number-column");
        column.setCellFactory(it -> {
            var cell = new SinceCell(texts, now);
            live.add(cell);
            return cell;
        });
        column.setComparator((one, other) -> SinceCell.from(other).compareTo(SinceCell.from(one)));
        return column;
    }

    private TableColumn<TargetRow, TargetRow> day() {
        var column = fixed(Columns.<TargetRow, TargetRow>column(title("day"), 130, row -> row));
        column.setSortable(false);
        column.setCellFactory(it -> {
            var cell = new StripCell(
                    texts, now, () -> deployment.get().observed(Parts.TARGETS).askedAt());
            live.add(cell);
            return cell;
        });
        return column;
    }
}
