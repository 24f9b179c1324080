package io.atalaya.deployment.topology;

import java.util.List;

/** Sizes of cards and distances between them, in pixels at zoom 1. The cards on screen are drawn to these. */
public final class Metrics {
    public static final double PAD = 8;
    public static final double TITLE = 20;
    public static final double LINE = 17;
    public static final double ROW = 24;
    public static final double ROWS_TOP = 5;
    public static final double COMPACT = 46;

    static final double GAP = 12;
    static final double FRAME_HEAD = 26;
    static final double FRAME_PAD = 10;
    static final double COLUMN_GAP = 34;
    static final double BAND_GAP = 16;
    static final double DNS_GAP = 28;

    private Metrics() {}

    static double width(Layer layer) {
        return switch (layer) {
            case DNS -> 150;
            case BALANCERS -> 150;
            case LISTENERS -> 134;
            case TARGET_GROUPS -> 124;
            case TARGETS -> 164;
            case DATA -> 162;
        };
    }

    static double height(Node node, boolean compact, List<Row> rows, int hidden) {
        if (compact) {
            return COMPACT;
        }
        var shown = rows.size() + (hidden > 0 ? 1 : 0);
        return 2 * PAD + TITLE + node.lines().size() * LINE + (shown == 0 ? 0 : ROWS_TOP + shown * ROW);
    }

    /** The height kept for a card: a line more where it has none about its state yet, so that trouble moves nobody. */
    static double slot(Card card) {
        var node = card.node();
        if (node == null || card.compact()) {
            return card.height();
        }
        if (node.kind() == NodeKind.INSTANCE || node.kind() == NodeKind.STANDBY) {
            return card.height(); // always has a line about its state
        }
        var spoken = node.lines().stream().anyMatch(line -> line.state() != null);
        return card.height() + (spoken ? 0 : LINE) + (node.kind() == NodeKind.ZONE ? ROW : 0);
    }

    /** Where the middle of a row is, below the top of its card. */
    public static double rowCenter(Node node, int row) {
        return PAD + TITLE + node.lines().size() * LINE + ROWS_TOP + row * ROW + ROW / 2;
    }
}
