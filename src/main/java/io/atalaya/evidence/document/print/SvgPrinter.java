package io.atalaya.evidence.document.print;

import io.atalaya.evidence.document.DocumentWords;
import io.atalaya.evidence.document.Drawing;
import io.atalaya.evidence.document.Drawing.Face;
import io.atalaya.evidence.document.Drawing.Label;
import io.atalaya.evidence.document.Drawing.Line;
import io.atalaya.evidence.document.Drawing.Rect;
import java.util.Locale;

/** A drawing as SVG: attributes only, no script, no reference to anything outside. */
public final class SvgPrinter {
    private final DocumentWords words;
    private final Ruler ruler;

    public SvgPrinter(DocumentWords words, Ruler ruler) {
        this.words = words;
        this.ruler = ruler;
    }

    /** @param title for who cannot see it */
    public String print(Drawing drawing, String title) {
        var out = new StringBuilder(8_192);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(number(drawing.width()))
                .append(' ')
                .append(number(drawing.height()))
                .append("\" width=\"")
                .append(number(drawing.width()))
                .append("\" height=\"")
                .append(number(drawing.height()))
                .append("\"><title>")
                .append(Markup.text(title))
                .append("</title>\n");
        for (var shape : drawing.shapes()) {
            switch (shape) {
                case Rect rect -> rect(rect, out);
                case Line line -> line(line, out);
                case Label label -> label(label, out);
            }
        }
        return out.append("</svg>").toString();
    }

    private static void rect(Rect it, StringBuilder out) {
        out.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"4\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>%n"
                        .formatted(
                                number(it.x() + 0.5),
                                number(it.y() + 0.5),
                                number(it.width()),
                                number(it.height()),
                                it.fill() == null ? "none" : it.fill().colour(),
                                it.border().colour(),
                                number(it.stroke()),
                                it.dashed() ? " stroke-dasharray=\"4 3\"" : ""));
    }

    private static void line(Line it, StringBuilder out) {
        var points = new StringBuilder();
        for (int i = 0; i + 1 < it.points().size(); i += 2) {
            points.append(number(it.points().get(i) + 0.5))
                    .append(',')
                    .append(number(it.points().get(i + 1) + 0.5))
                    .append(' ');
        }
        out.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"%s/>%n"
                .formatted(
                        points.toString().strip(), it.ink().colour(), it.dashed() ? " stroke-dasharray=\"4 3\"" : ""));
        if (it.arrow()) {
            var head = Arrow.of(it);
            out.append("<polygon points=\"%s,%s %s,%s %s,%s\" fill=\"%s\"/>%n"
                    .formatted(
                            number(head[0] + 0.5),
                            number(head[1] + 0.5),
                            number(head[2] + 0.5),
                            number(head[3] + 0.5),
                            number(head[4] + 0.5),
                            number(head[5] + 0.5),
                            it.ink().colour()));
        }
    }

    private void label(Label it, StringBuilder out) {
        var family = it.face() == Face.MONO ? Markup.MONO : Markup.SANS;
        var anchor =
                switch (it.anchor()) {
                    case START -> "";
                    case MIDDLE -> " text-anchor=\"middle\"";
                    case END -> " text-anchor=\"end\"";
                };
        out.append("<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\"%s%s fill=\"%s\">%s</text>%n"
                .formatted(
                        number(it.x()),
                        number(it.y()),
                        family,
                        number(it.size()),
                        it.face() == Face.STRONG ? " font-weight=\"600\"" : "",
                        anchor,
                        it.ink().colour(),
                        Markup.text(fitting(it))));
    }

    private String fitting(Label it) {
        var text = words.cell(it.words()).replace('\n', ' ');
        return ruler.fitting(text, it.face(), it.size(), it.room());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
