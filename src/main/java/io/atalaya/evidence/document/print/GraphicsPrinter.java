package io.atalaya.evidence.document.print;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import io.atalaya.evidence.document.DocumentWords;
import io.atalaya.evidence.document.Drawing;
import io.atalaya.evidence.document.Drawing.Face;
import io.atalaya.evidence.document.Drawing.Ink;
import io.atalaya.evidence.document.Drawing.Label;
import io.atalaya.evidence.document.Drawing.Line;
import io.atalaya.evidence.document.Drawing.Rect;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A drawing in a PDF. Text stays text; the fonts are those of the PDF, so that the system's are never asked for. */
final class GraphicsPrinter {
    private static final float[] DASHES = {4, 3};

    private final Graphics2D graphics;
    private final DocumentWords words;
    private final Fonts fonts;

    GraphicsPrinter(Graphics2D graphics, DocumentWords words, Fonts fonts, PdfFaces faces) {
        this.graphics = graphics;
        this.words = words;
        this.fonts = fonts;
        if (graphics instanceof PdfBoxGraphics2D pdf) {
            pdf.setFontTextDrawer(new PdfBoxGraphics2DFontTextDrawer() {
                @Override
                protected PDFont mapFont(Font font, IFontTextDrawerEnv env) {
                    return faces.face(Face.valueOf(font.getName()));
                }
            });
        }
    }

    void print(Drawing drawing, double scale) {
        graphics.scale(scale, scale);
        for (var shape : drawing.shapes()) {
            switch (shape) {
                case Rect rect -> rect(rect);
                case Line line -> line(line);
                case Label label -> label(label);
            }
        }
    }

    private void rect(Rect it) {
        var shape = new RoundRectangle2D.Double(it.x() + 0.5, it.y() + 0.5, it.width(), it.height(), 8, 8);
        if (it.fill() != null) {
            graphics.setColor(colour(it.fill()));
            graphics.fill(shape);
        }
        graphics.setColor(colour(it.border()));
        graphics.setStroke(stroke(it.stroke(), it.dashed()));
        graphics.draw(shape);
    }

    private void line(Line it) {
        var path = new Path2D.Double();
        path.moveTo(it.points().get(0) + 0.5, it.points().get(1) + 0.5);
        for (int i = 2; i + 1 < it.points().size(); i += 2) {
            path.lineTo(it.points().get(i) + 0.5, it.points().get(i + 1) + 0.5);
        }
        graphics.setColor(colour(it.ink()));
        graphics.setStroke(stroke(1, it.dashed()));
        graphics.draw(path);
        if (it.arrow()) {
            var points = Arrow.of(it);
            var head = new Path2D.Double();
            head.moveTo(points[0] + 0.5, points[1] + 0.5);
            head.lineTo(points[2] + 0.5, points[3] + 0.5);
            head.lineTo(points[4] + 0.5, points[5] + 0.5);
            head.closePath();
            graphics.fill(head);
        }
    }

    private void label(Label it) {
        var text = fonts.fitting(writable(words.cell(it.words()), it.face()), it.face(), it.size(), it.room());
        if (text.isEmpty()) {
            return;
        }
        double width = fonts.width(text, it.face(), it.size());
        double x =
                switch (it.anchor()) {
                    case START -> it.x();
                    case MIDDLE -> it.x() - width / 2;
                    case END -> it.x() - width;
                };
        graphics.setFont(new Font(it.face().name(), Font.PLAIN, 1).deriveFont((float) it.size()));
        graphics.setColor(colour(it.ink()));
        graphics.drawString(text, (float) x, (float) it.y());
    }

    /** A letter that a face lacks would end the whole document. */
    private String writable(String text, Face face) {
        var out = new StringBuilder(text.length());
        text.replace('\n', ' ').codePoints().forEach(c -> out.append(fonts.has(c, face) ? Character.toString(c) : "?"));
        return out.toString();
    }

    private static BasicStroke stroke(double width, boolean dashed) {
        return dashed
                ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0)
                : new BasicStroke((float) width);
    }

    private static Color colour(Ink ink) {
        return Color.decode(ink.colour().toLowerCase(Locale.ROOT));
    }
}
