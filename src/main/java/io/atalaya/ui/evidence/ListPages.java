package io.atalaya.ui.evidence;

import io.atalaya.evidence.capture.Table;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * All rows of a list on as many pages as that takes. A page has the first columns that fit, and says so: the whole rows are in
 * the list's CSV.
 */
public final class ListPages {
    /** On one page. */
    public static final int ROWS = 100;

    /** Of a page, in px. */
    static final int WIDTH = 2880;

    private static final int ROW = 28;
    private static final int HEAD = 150;
    private static final int MARGIN = 24;
    /** JetBrains Mono is six tenths as wide as it is high. */
    private static final int LETTER = 12;

    private static final int SIZE = 20;
    private static final int WIDEST = 42;
    private static final String MONO = "JetBrains Mono";

    private final Table table;
    private final Texts texts;
    private final List<Integer> widths;

    public ListPages(Table table, Texts texts) {
        this.table = table;
        this.texts = texts;
        this.widths = widths(table);
    }

    /** At least one: that a list is empty is something to show. */
    public int count() {
        return Math.max(1, (table.rows().size() + ROWS - 1) / ROWS);
    }

    private static List<Integer> widths(Table table) {
        var widths = new ArrayList<Integer>();
        int left = (WIDTH - 2 * MARGIN) / LETTER;
        for (int column = 0; column < table.columns().size(); column++) {
            int width = table.columns().get(column).length();
            for (var row : table.rows()) {
                width = Math.max(width, Math.min(WIDEST, row.get(column).length()));
            }
            width += 2;
            if (width > left) {
                break;
            }
            left -= width;
            widths.add(width);
        }
        return widths;
    }

    /**
     * One page, with its band. On the JavaFX thread.
     *
     * @param number of the list's pages, from 0
     * @param page of the capture's, from 1
     */
    public WritableImage paint(int number, BandPainter band, Instant at, int page, int pages) {
        int from = number * ROWS;
        int to = Math.min(table.rows().size(), from + ROWS);
        var canvas = new Canvas(WIDTH, HEAD + ROW * Math.max(1, to - from) + MARGIN + BandPainter.HEIGHT);
        var graphics = canvas.getGraphicsContext2D();
        graphics.setFill(Color.WHITE);
        graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFill(Color.BLACK);
        graphics.setFont(Font.font(MONO, FontWeight.BOLD, 32));
        graphics.fillText(table.title(), MARGIN, 16);
        graphics.setFont(Font.font(MONO, SIZE));
        graphics.fillText(
                texts.get(
                        "evidence.list.rows",
                        to == 0 ? 0 : from + 1,
                        to,
                        table.rows().size(),
                        table.pages(),
                        widths.size(),
                        table.columns().size(),
                        table.askedAt()),
                MARGIN,
                66);
        graphics.setFont(Font.font(MONO, FontWeight.BOLD, SIZE));
        row(graphics, table.columns(), HEAD - ROW - 6);
        graphics.setFont(Font.font(MONO, SIZE));
        for (int row = from; row < to; row++) {
            row(graphics, table.rows().get(row), HEAD + (row - from) * ROW);
        }
        band.finish(canvas, at, page, pages);
        return BandPainter.snapshot(canvas);
    }

    private void row(GraphicsContext graphics, List<String> cells, double y) {
        int x = MARGIN;
        for (int column = 0; column < widths.size(); column++) {
            var text = cells.get(column);
            int most = widths.get(column) - 2;
            var safe = AwsText.word(text.length() > most ? text.substring(0, most - 1) + "…" : text);
            if (!safe.isEmpty()) {
                graphics.fillText(safe, x, y, (double) (most + 1) * LETTER);
            }
            x += widths.get(column) * LETTER;
        }
    }
}
