package io.atalaya.noc.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * A shift as PDF, A4. Set in Helvetica, which every reader of PDF has and which has the letters of English, Spanish and
 * Portuguese; a character it lacks is written as a question mark.
 */
public final class PdfReport {
    private static final PDRectangle PAGE = PDRectangle.A4;
    private static final float MARGIN = 48;
    private static final float SIZE = 9;
    private static final float TITLE = 15;
    private static final float LINE = 13;
    private static final float INDENT = 5;

    private final PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
    private final ShiftReport report;
    private final ReportWords words;

    private PdfReport(ShiftReport report, ReportWords words) {
        this.report = report;
        this.words = words;
    }

    /** @throws IOException where it could not be written */
    public static void write(ShiftReport report, ReportWords words, OutputStream to) throws IOException {
        new PdfReport(report, words).write(to);
    }

    private void write(OutputStream to) throws IOException {
        try (var document = new PDDocument()) {
            var information = document.getDocumentInformation();
            information.setTitle(words.text("title", ReportWords.line(report.deployment())));
            information.setProducer("Atalaya");
            information.setCreationDate(calendar());
            var pages = pages(rows());
            for (int i = 0; i < pages.size(); i++) {
                draw(document, pages.get(i), words.text("page", i + 1, pages.size()));
            }
            document.save(to);
        }
    }

    private Calendar calendar() {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(report.to().toEpochMilli());
        return calendar;
    }

    private record Row(String text, PDFont font, float size, float indent) {
        float height() {
            return size > SIZE ? size * 1.6f : LINE;
        }
    }

    /** Lines that begin at the edge are headings; no line is wider than the page. */
    private List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        var first = true;
        for (var line : TextReport.lines(report, words)) {
            var text = line.stripLeading();
            var indent = (line.length() - text.length()) * INDENT;
            var heading = indent == 0 && rows.size() > 3;
            var font = first || heading || isEntry(line) ? bold : plain;
            var size = first ? TITLE : heading ? SIZE + 2 : SIZE;
            for (var piece : wrapped(writable(text, font), font, size, PAGE.getWidth() - 2 * MARGIN - indent)) {
                rows.add(new Row(piece, font, size, indent));
            }
            first = false;
        }
        return rows;
    }

    private static boolean isEntry(String line) {
        return line.startsWith("  ") && !line.startsWith("    ") && line.contains(" · ");
    }

    private static List<List<Row>> pages(List<Row> rows) {
        var pages = new ArrayList<List<Row>>();
        var page = new ArrayList<Row>();
        var left = PAGE.getHeight() - 2 * MARGIN - LINE;
        for (var row : rows) {
            if (row.height() > left) {
                pages.add(page);
                page = new ArrayList<>();
                left = PAGE.getHeight() - 2 * MARGIN - LINE;
            }
            page.add(row);
            left -= row.height();
        }
        pages.add(page);
        return pages;
    }

    private void draw(PDDocument document, List<Row> rows, String foot) throws IOException {
        var page = new PDPage(PAGE);
        document.addPage(page);
        try (var out = new PDPageContentStream(document, page)) {
            var y = PAGE.getHeight() - MARGIN;
            for (var row : rows) {
                y -= row.height();
                show(out, row.text(), row.font(), row.size(), MARGIN + row.indent(), y);
            }
            show(out, writable(foot, plain), plain, SIZE - 1, MARGIN, MARGIN - LINE);
        }
    }

    private static void show(PDPageContentStream out, String text, PDFont font, float size, float x, float y)
            throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }

    private static List<String> wrapped(String text, PDFont font, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        var rest = text;
        while (width(rest, font, size) > width) {
            int fits = fitting(rest, font, size, width);
            int space = rest.lastIndexOf(' ', fits);
            int cut = space > fits / 3 ? space : fits;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** How many characters fit: at least one. */
    private static int fitting(String text, PDFont font, float size, float width) throws IOException {
        int low = 1;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(text.substring(0, middle), font, size) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static float width(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** PDFBox refuses a text with a single character that the font lacks. */
    private static String writable(String text, PDFont font) {
        var writable = new StringBuilder();
        text.codePoints().forEach(c -> writable.append(canWrite(c, font) ? Character.toString(c) : "?"));
        return writable.toString();
    }

    private static boolean canWrite(int c, PDFont font) {
        try {
            font.encode(Character.toString(c));
            return true;
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }
}
