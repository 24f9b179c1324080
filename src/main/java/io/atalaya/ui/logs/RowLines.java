package io.atalaya.ui.logs;

import java.util.List;

/** How an event reads as a row: one line or several, each already safe to draw. */
record RowLines(List<Line> lines) {
    RowLines {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param chip what can be opened here: {@code 38 frames}; empty for none
     * @param quiet whether it only continues the event
     */
    record Line(String chip, String text, boolean quiet) {}

    int count() {
        return lines.size();
    }
}
