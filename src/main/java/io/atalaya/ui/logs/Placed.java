package io.atalaya.ui.logs;

import io.atalaya.logs.view.Row;

/**
 * A row on screen.
 *
 * @param line where its first line stands, counted from the top of the pane; negative where it begins above
 * @param lines how high it is
 */
record Placed(long number, Row row, int line, int lines) {}
