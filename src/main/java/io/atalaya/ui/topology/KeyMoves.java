package io.atalaya.ui.topology;

import io.atalaya.deployment.topology.Box;
import io.atalaya.deployment.topology.Placed;
import io.atalaya.deployment.topology.Placement;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** Which card an arrow key leads to: the nearest in that direction, straight ahead before aside. */
final class KeyMoves {
    private static final double ASIDE = 2.5;

    private KeyMoves() {}

    static Optional<Placed> next(Placement placement, Box from, KeyCode arrow) {
        Placed best = null;
        var least = Double.MAX_VALUE;
        for (var card : placement.cards()) {
            var distance = distance(from, card.box(), arrow);
            if (distance < least) {
                least = distance;
                best = card;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double distance(Box from, Box to, KeyCode arrow) {
        var dx = to.centerX() - from.centerX();
        var dy = to.centerY() - from.centerY();
        var ahead =
                switch (arrow) {
                    case RIGHT -> to.x() >= from.right() ? dx : -1;
                    case LEFT -> to.right() <= from.x() ? -dx : -1;
                    case DOWN -> to.y() >= from.bottom() ? dy : -1;
                    case UP -> to.bottom() <= from.y() ? -dy : -1;
                    default -> -1;
                };
        var aside = arrow == KeyCode.LEFT || arrow == KeyCode.RIGHT ? Math.abs(dy) : Math.abs(dx);
        return ahead <= 0 ? Double.MAX_VALUE : ahead + ASIDE * aside;
    }
}
