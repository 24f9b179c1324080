package io.atalaya.ui;

import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;

/**
 * Mouse and keyboard of a test. Where something stands is asked on the JavaFX thread: TestFX asks it on the test's, and a node whose
 * bounds two threads compute at once is broken for as long as it lives.
 */
final class Hand extends FxRobot {
    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return clickOn(place(query), motion, buttons);
    }

    @Override
    public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
        return clickOn(place(node), motion, buttons);
    }

    @Override
    public FxRobot moveTo(String query, Motion motion) {
        return moveTo(place(query), motion);
    }

    @Override
    public FxRobot moveTo(Node node, Pos offsetReferencePos, Point2D offset, Motion motion) {
        return moveTo(inTurn(() -> offset(node, offsetReferencePos, offset).query()), motion);
    }

    @Override
    public FxRobot drag(String query, MouseButton... buttons) {
        return drag(place(query), buttons);
    }

    @Override
    public FxRobot drag(Node node, MouseButton... buttons) {
        return drag(place(node), buttons);
    }

    private Point2D place(String query) {
        return inTurn(() -> point(query).query());
    }

    private Point2D place(Node node) {
        return inTurn(() -> point(node).query());
    }

    private static Point2D inTurn(java.util.concurrent.Callable<Point2D> where) {
        try {
            return UiTest.onFx(where);
        } catch (RuntimeException told) {
            throw told;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
