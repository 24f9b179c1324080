package io.atalaya.ui.evidence;

import io.atalaya.evidence.capture.Table;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * All rows of a list on as many pages as that takes. A page has the first columns that fit, and says so: the whole rows are in
 * the list's CSV.
 */
public final class ListPages {
    /** On one page. */
    public static final int ROWS = 100;

    private static final int ROW = 28;
    private static final int HEAD = 150;
    private static final int MARGIN = 24;
    private static final int LETTER = 12;
    private static final int WIDEST = 42;
    private static final byte WHITE = (byte) 0xff;

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
        int left = (PageLetters.WIDTH - 2 * MARGIN) / LETTER;
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

    /** The letters that its pages need. */
    void letters(Set<Integer> into) {
        PageLetters.add(into, table.title(), rowsText(0, 0));
        table.columns().forEach(it -> PageLetters.add(into, it));
        for (var row : table.rows()) {
            for (int column = 0; column < widths.size(); column++) {
                PageLetters.add(into, shown(row, column));
            }
        }
    }

    /**
     * One page with its band, grey, {@link PageLetters#WIDTH} px wide. Any thread.
     *
     * @param number of the list's pages, from 0
     * @param page of the capture's, from 1
     */
    public byte[] paint(int number, PageLetters letters, Instant at, int page, int pages) {
        int from = number * ROWS;
        int to = Math.min(table.rows().size(), from + ROWS);
        int top = HEAD + ROW * Math.max(1, to - from) + MARGIN;
        int across = PageLetters.WIDTH;
        var pixels = new byte[across * (top + BandPainter.HEIGHT)];
        Arrays.fill(pixels, WHITE);
        letters.title().write(pixels, across, AwsText.word(table.title()), MARGIN, 16, false);
        letters.plain().write(pixels, across, rowsText(from, to), MARGIN, 66, false);
        row(pixels, letters.bold(), table.columns(), HEAD - ROW - 6);
        for (int row = from; row < to; row++) {
            row(pixels, letters.plain(), table.rows().get(row), HEAD + (row - from) * ROW);
        }
        letters.finish(pixels, top, at, page, pages);
        return pixels;
    }

    private String rowsText(int from, int to) {
        return AwsText.line(texts.get(
                "evidence.list.rows",
                to == 0 ? 0 : from + 1,
                to,
                table.rows().size(),
                table.pages(),
                widths.size(),
                table.columns().size(),
                table.askedAt()));
    }

    private void row(byte[] pixels, GlyphSheet letters, List<String> cells, int y) {
        int x = MARGIN;
        for (int column = 0; column < widths.size(); column++) {
            letters.write(pixels, PageLetters.WIDTH, shown(cells, column), x, y, false);
            x += widths.get(column) * LETTER;
        }
    }

    private String shown(List<String> cells, int column) {
        var text = cells.get(column);
        int most = widths.get(column) - 2;
        return AwsText.word(text.length() > most ? text.substring(0, most - 1) + "…" : text);
    }
}
