package io.atalaya.ui.logs;

import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;

/**
 * Where the columns of a row stand, in px.
 *
 * @param letter width of a character
 * @param height of a line
 * @param em 13 px at 100 % text scale
 */
record RowLooks(double letter, double height, double em, double level, double group, double where, double message) {
    private static final double LANES = 12.0 / 13;
    private static final double LANE = 11.0 / 13;
    private static final double TIME = 62.0 / 13;

    /**
     * @param timeLetters of a time
     * @param levelLetters of the longest level word
     * @param groupLetters of the longest short name
     * @param whereLetters of the widest place
     */
    static RowLooks of(
            double letter, double em, int timeLetters, int levelLetters, int groupLetters, int whereLetters) {
        var gap = em * 0.9;
        var level = Math.rint(TIME * em + timeLetters * letter + gap);
        var group = Math.rint(level + levelLetters * letter + gap);
        var where = Math.rint(group + groupLetters * letter + gap);
        var message = Math.rint(where + whereLetters * letter + gap);
        return new RowLooks(letter, Math.rint(em * 22 / 13), em, level, group, where, message);
    }

    double time() {
        return Math.rint(TIME * em);
    }

    /** @param index 0 is error, 3 is debug */
    double lane(int index) {
        return Math.rint((LANES + LANE * index) * em);
    }

    /** Diagonal stripes. */
    static Paint hatch(Paint ink) {
        var color = ink instanceof Color it ? it : Color.GRAY;
        return new LinearGradient(
                0,
                0,
                3.5,
                3.5,
                false,
                CycleMethod.REPEAT,
                new Stop(0, color),
                new Stop(0.5, color),
                new Stop(0.5, Color.TRANSPARENT),
                new Stop(1, Color.TRANSPARENT));
    }
}
