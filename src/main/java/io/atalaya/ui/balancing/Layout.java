package io.atalaya.ui.balancing;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which panels there are, and how high: none higher than what it holds, so that the detail gets what is left. */
final class Layout {
    /** Rows of each table. */
    record Rows(int path, int groups, int targets) {}

    /** Narrower or lower than this, px at 100 %, balancers wait behind their pill. */
    private static final double NARROW = 1080;

    private static final double LOW = 640;
    private static final double ROW_EM = 2.154;
    /** Head of the panel and of the table, borders. */
    private static final double HEADS_EM = 5.1;

    private static final int LEAST = 3;
    private static final int MOST = 7;
    private static final int MOST_WHERE_TIGHT = 4;
    /** More targets than fit any screen: the panel then takes what there is. */
    private static final int MANY = 100;

    private final Region upper;
    private final Region path;
    private final Region groups;
    private final Region targets;
    private final Node detail;

    Layout(Region upper, Region path, Region groups, Region targets, Node detail) {
        this.upper = upper;
        this.path = path;
        this.groups = groups;
        this.targets = targets;
        this.detail = detail;
    }

    static boolean isNarrow(double width) {
        return isBelow(width, NARROW);
    }

    /** Whether there is no room for everything. */
    static boolean isTight(double width, double height) {
        return isNarrow(width) || isBelow(height, LOW);
    }

    /** What has not been laid out yet has room. */
    private static boolean isBelow(double size, double limit) {
        return size > 0 && size < limit;
    }

    void arrange(Scope scope, boolean tight, Rows rows) {
        show(path, scope == Scope.BALANCERS || scope == Scope.ALL && !tight);
        show(groups, scope == Scope.GROUPS || scope == Scope.ALL);
        show(upper, scope != Scope.TARGETS);
        show(targets, scope == Scope.ALL || scope == Scope.TARGETS);
        var alone = scope == Scope.BALANCERS || scope == Scope.GROUPS;
        VBox.setVgrow(upper, alone ? Priority.ALWAYS : Priority.NEVER);
        VBox.setVgrow(targets, scope == Scope.TARGETS ? Priority.ALWAYS : Priority.SOMETIMES);
        VBox.setVgrow(detail, scope == Scope.ALL ? Priority.ALWAYS : Priority.NEVER);
        var above = Math.clamp(
                Math.max(path.isVisible() ? rows.path() : 0, groups.isVisible() ? rows.groups() : 0),
                LEAST,
                tight ? MOST_WHERE_TIGHT : MOST);
        upper.setStyle(alone ? "" : height(above, "-fx-min-height: %1$.2fem; -fx-pref-height: %1$.2fem;"));
        targets.setStyle(height(Math.clamp(rows.targets(), LEAST + 1, MANY), "-fx-pref-height: %.2fem;"));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static String height(int rows, String style) {
        return String.format(Locale.ROOT, style, HEADS_EM + rows * ROW_EM);
    }
}
