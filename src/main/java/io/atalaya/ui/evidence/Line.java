package io.atalaya.ui.evidence;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a capsule says. Its texts come from a file that anybody may have written: they are made safe to draw here.
 *
 * @param state null where there is none
 * @param text what it is
 * @param detail its value, in the face of values; empty for none
 */
record Line(Kind kind, @Nullable State state, String text, String detail) {
    /** How it is drawn. */
    enum Kind {
        HEAD,
        ITEM,
        /** A caption and its value. */
        FACT,
        /** A value that belongs to the one before it. */
        SUB,
        /** A sentence about the one before it. */
        NOTE
    }

    Line {
        text = AwsText.line(text);
        detail = AwsText.line(detail);
    }

    static Line head(String text) {
        return new Line(Kind.HEAD, null, text, "");
    }

    static Line item(State state, String text, String detail) {
        return new Line(Kind.ITEM, state, text, detail);
    }

    static Line plain(String text, String detail) {
        return new Line(Kind.ITEM, null, text, detail);
    }

    static Line fact(String caption, String value) {
        return new Line(Kind.FACT, null, caption, value);
    }

    static Line sub(String text) {
        return new Line(Kind.SUB, null, "", text);
    }

    static Line note(String sentence) {
        return new Line(Kind.NOTE, null, "", sentence);
    }

    /** Both, as they are copied. */
    String words() {
        return detail.isEmpty() ? text : text.isEmpty() ? detail : text + " " + detail;
    }
}
