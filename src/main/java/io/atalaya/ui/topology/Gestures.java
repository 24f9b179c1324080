package io.atalaya.ui.topology;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.topology.Placed;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Mouse and keys on the plane: drag and Shift+arrows pan, the wheel and + - zoom, 0 fits all, arrows go from card to card,
 * Enter opens a pile, Esc lets go.
 */
final class Gestures {
    private static final double STEP = 1.25;
    private static final double PAN = 90;

    private final TopologyPane pane;
    private final TopologyModel model;
    private final PauseTransition rest = new PauseTransition(Duration.millis(140));
    private double lastX;
    private double lastY;

    Gestures(TopologyPane pane, TopologyModel model) {
        this.pane = pane;
        this.model = model;
        rest.setOnFinished(it -> pane.rest());
    }

    void install() {
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            lastX = event.getX();
            lastY = event.getY();
            pane.requestFocus();
        });
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (event.getButton() != MouseButton.SECONDARY) {
                pane.move(pane.view().panned(event.getX() - lastX, event.getY() - lastY), true);
                lastX = event.getX();
                lastY = event.getY();
            }
        });
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> pane.rest());
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        pane.addEventHandler(ZoomEvent.ZOOM, event -> {
            pane.move(pane.view().zoomed(event.getZoomFactor(), event.getX(), event.getY()), true);
            rest.playFromStart();
            event.consume();
        });
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShiftDown()) {
            // The platform turns Shift+wheel into a sideways scroll.
            var sideways = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            pane.move(pane.view().panned(sideways, 0), true);
        } else {
            var factor = Math.pow(1.0018, event.getDeltaY());
            pane.move(pane.view().zoomed(factor, event.getX(), event.getY()), true);
        }
        rest.playFromStart();
        event.consume();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        var card = pane.at(event.getX(), event.getY());
        if (card == null) {
            model.selectedProperty().set(null);
            return;
        }
        var control = pane.control(card.key());
        var onMore = control != null
                && control.onMore(pane.view().planeY(event.getY()) - card.box().y());
        if (card.card().pile() || onMore) {
            open(card);
        } else {
            select(card);
            if (event.getClickCount() == 2) {
                pane.bring(card.key());
            }
        }
    }

    private void open(Placed card) {
        model.toggle(card.card().pile() ? card.card().container() : card.key());
    }

    private void select(Placed card) {
        var node = card.card().node();
        if (node != null && node.ref() != null) {
            model.selectedProperty().set(node.ref());
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> zoom(STEP);
            case MINUS, SUBTRACT -> zoom(1 / STEP);
            case DIGIT0, NUMPAD0 -> pane.fit();
            case LEFT, RIGHT, UP, DOWN -> arrow(event.getCode(), event.isShiftDown());
            case ENTER, SPACE -> focused(this::enter);
            case ESCAPE -> {
                if (model.selectedProperty().get() == null) {
                    return;
                }
                model.selectedProperty().set(null);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    void zoom(double factor) {
        var view = pane.view();
        pane.move(view.zoomed(factor, view.width() / 2, (view.height() + view.head()) / 2), false);
    }

    private void enter(Placed card) {
        if (card.card().pile()) {
            open(card);
        } else {
            select(card);
        }
    }

    private void arrow(KeyCode code, boolean shift) {
        var from = current();
        var picture = pane.picture();
        if (shift || from == null || picture == null) {
            var dx = code == KeyCode.LEFT ? PAN : code == KeyCode.RIGHT ? -PAN : 0;
            var dy = code == KeyCode.UP ? PAN : code == KeyCode.DOWN ? -PAN : 0;
            pane.move(pane.view().panned(dx, dy), false);
            return;
        }
        KeyMoves.next(picture.placement(), from.box(), code).ifPresent(next -> {
            pane.bring(next.key());
            pane.layout();
            select(next);
            var control = pane.control(next.key());
            if (control != null) {
                control.requestFocus();
            }
        });
    }

    private void focused(Consumer<Placed> then) {
        var card = current();
        if (card != null) {
            then.accept(card);
        }
    }

    /** The card that has the focus, else the selected one. */
    private @Nullable Placed current() {
        var owner = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        if (owner instanceof NodeCard card && card.isVisible()) {
            return card.placed();
        }
        ResourceRef ref = model.selectedProperty().get();
        var picture = pane.picture();
        return ref == null || picture == null
                ? null
                : picture.topology()
                        .nodeOf(ref)
                        .flatMap(node -> picture.placement().card(node.key()))
                        .orElse(null);
    }
}
