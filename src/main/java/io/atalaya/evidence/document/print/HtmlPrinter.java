package io.atalaya.evidence.document.print;

import io.atalaya.evidence.document.Architecture;
import io.atalaya.evidence.document.Block;
import io.atalaya.evidence.document.Block.Figure;
import io.atalaya.evidence.document.Block.Paragraph;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Chapter;
import io.atalaya.evidence.document.Column;
import io.atalaya.evidence.document.DocumentWords;
import io.atalaya.evidence.document.Head;
import io.atalaya.evidence.document.drift.Difference;
import io.atalaya.evidence.document.drift.Drift;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The document as one page of XHTML, which any browser shows and prints: nothing in it is fetched from elsewhere. */
public final class HtmlPrinter {
    /** How a format sets a diagram. */
    public interface FigureMarkup {
        /** Markup of a diagram. */
        String of(Figure figure, String caption);
    }

    private final DocumentWords words;
    private final Sentences sentences;
    private final FigureMarkup figures;
    private final StringBuilder out = new StringBuilder(65_536);
    private int drawn;

    private HtmlPrinter(DocumentWords words, FigureMarkup figures) {
        this.words = words;
        this.sentences = new Sentences(words);
        this.figures = figures;
    }

    /**
     * @param drift what to mark; null for nothing
     * @param bookmarks whether to name the chapters for the outline of a PDF
     */
    public static String print(
            Architecture document,
            DocumentWords words,
            @Nullable Drift drift,
            FigureMarkup figures,
            boolean bookmarks) {
        var printer = new HtmlPrinter(words, figures);
        printer.document(document, drift, bookmarks);
        return printer.out.toString();
    }

    private void document(Architecture document, @Nullable Drift drift, boolean bookmarks) {
        var title = sentences.title(document);
        line("<!DOCTYPE html>");
        line("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\""
                + words.locale().toLanguageTag() + "\">");
        line("<head><meta charset=\"UTF-8\"/><title>" + Markup.text(title) + "</title>");
        line("<style>" + Style.sheet(foot(document.head(), title), notAws(document.head())) + "</style>");
        if (bookmarks) {
            line("<bookmarks>");
            document.chapters()
                    .forEach(it -> line("<bookmark name=\"" + Markup.text(words.text("chapter." + it.key()))
                            + "\" href=\"#" + it.key() + "\"/>"));
            line("</bookmarks>");
        }
        line("</head><body>");
        front(document, title, drift);
        if (drift != null) {
            drift(drift);
        }
        document.chapters().forEach(it -> chapter(it, drift));
        line("</body></html>");
    }

    private String foot(Head head, String title) {
        return title + " · " + head.account() + " · " + head.region() + " · " + words.time(head.madeAt());
    }

    private String notAws(Head head) {
        return head.origin() == Head.Origin.AWS ? "" : sentences.origin(head);
    }

    private void front(Architecture document, String title, @Nullable Drift drift) {
        line("<p class=\"kind\">" + Markup.text(words.text("kind")) + "</p>");
        line("<h1>" + Markup.text(title) + "</h1>");
        if (!notAws(document.head()).isEmpty()) {
            line("<p class=\"banner\">" + Markup.text(notAws(document.head())) + "</p>");
        }
        line("<table class=\"facts\"><tbody>");
        sentences
                .facts(document.head())
                .forEach(it -> line("<tr><th scope=\"row\">" + Markup.text(it.name()) + "</th><td>"
                        + Markup.text(it.value()) + "</td></tr>"));
        line("</tbody></table>");
        line("<h2 class=\"contents\">" + Markup.text(words.text("contents")) + "</h2><ul class=\"contents\">");
        if (drift != null) {
            entry("drift", words.text("drift.title"));
        }
        document.chapters().forEach(it -> entry(it.key(), words.text("chapter." + it.key())));
        line("</ul>");
        line("<p class=\"note\">" + Markup.text(words.text("note")) + "</p>");
    }

    private void entry(String id, String title) {
        line("<li><a href=\"#" + id + "\">" + Markup.text(title) + "</a></li>");
    }

    private void drift(Drift drift) {
        line("<h2 id=\"drift\">" + Markup.text(words.text("drift.title")) + "</h2>");
        line("<p>" + Markup.text(sentences.compared(drift)) + "</p>");
        if (drift.differences().isEmpty()) {
            line("<p>" + Markup.text(words.text("drift.none")) + "</p>");
        } else {
            line("<ul class=\"drift\">");
            drift.differences()
                    .forEach(it -> line("<li class=\"" + it.kind().name().toLowerCase(Locale.ROOT) + "\">"
                            + Markup.text(sentences.difference(it)) + "</li>"));
            line("</ul>");
        }
        var untold = sentences.untold(drift);
        if (!untold.isEmpty()) {
            line("<p class=\"unread\">" + Markup.text(words.text("drift.untold", String.join(", ", untold))) + "</p>");
        }
    }

    private void chapter(Chapter chapter, @Nullable Drift drift) {
        var opensWithFigure = !chapter.blocks().isEmpty() && chapter.blocks().getFirst() instanceof Figure;
        if (opensWithFigure) {
            line("<div class=\"sheet\">");
        }
        line("<h2 id=\"" + chapter.key() + "\">" + Markup.text(words.text("chapter." + chapter.key())) + "</h2>");
        line("<p class=\"about\">" + Markup.text(words.text("about." + chapter.key())) + "</p>");
        for (Block block : chapter.blocks()) {
            switch (block) {
                case Paragraph paragraph ->
                    line("<p class=\"lead\">"
                            + Markup.text(words.text(
                                    paragraph.key(), paragraph.arguments().toArray()))
                            + "</p>");
                case Figure figure -> {
                    figure(figure);
                    if (opensWithFigure && figure == chapter.blocks().getFirst()) {
                        line("</div>");
                    }
                }
                case Table table -> table(table, drift);
            }
        }
    }

    private void figure(Figure figure) {
        drawn++;
        var caption = words.text("figure.caption", drawn, words.text("figure." + figure.key()));
        line("<div class=\"figure\">");
        line(figures.of(figure, caption));
        line("<p class=\"caption\">" + Markup.text(caption) + "</p>");
        line("<p class=\"reading\">" + Markup.text(sentences.readings(figure)) + "</p></div>");
    }

    private void table(Table table, @Nullable Drift drift) {
        var printed = Printed.of(table, words, drift);
        var title = Markup.text(words.text("table." + table.key()));
        var readings = sentences.readings(table).stream().map(Markup::text).collect(Collectors.joining("<br/>"));
        if (printed.lines().isEmpty()) {
            line("<div class=\"empty\" id=\"table-" + table.key() + "\"><h3>" + title + "</h3><p class=\"reading"
                    + (table.tellsAbsence() ? "" : " unread") + "\">" + readings + "</p><p class=\"none\">"
                    + Markup.text(sentences.noRows(table)) + "</p></div>");
            return;
        }
        int span = printed.columns().size() + (printed.marked() ? 1 : 0);
        line("<table class=\"rows\" id=\"table-" + table.key() + "\">");
        columns(printed);
        line("<thead><tr class=\"title\"><th colspan=\"" + span + "\"><h3>" + title + "</h3><p class=\"reading"
                + (table.tellsAbsence() ? "" : " unread") + "\">" + readings + "</p></th></tr>");
        line("<tr>" + (printed.marked() ? "<th scope=\"col\">" + Markup.text(words.text("drift.mark")) + "</th>" : "")
                + headings(printed) + "</tr></thead><tbody>");
        printed.lines().forEach(it -> row(printed, it));
        line("</tbody></table>");
    }

    private void columns(Printed printed) {
        var all = printed.columns().stream().mapToInt(Column::weight).sum() + (printed.marked() ? 9 : 0);
        out.append("<colgroup>");
        if (printed.marked()) {
            out.append(width(9, all));
        }
        printed.columns().forEach(it -> out.append(width(it.weight(), all)));
        line("</colgroup>");
    }

    private static String width(int weight, int all) {
        return "<col style=\"width:%s%%\"/>".formatted(String.format(Locale.ROOT, "%.2f", 100.0 * weight / all));
    }

    private static String headings(Printed printed) {
        var cells = new StringBuilder();
        for (int i = 0; i < printed.columns().size(); i++) {
            var kind = printed.columns().get(i).kind() == Column.Kind.NUMBER ? " class=\"number\"" : "";
            cells.append("<th scope=\"col\"")
                    .append(kind)
                    .append('>')
                    .append(Markup.text(printed.headings().get(i)))
                    .append("</th>");
        }
        return cells.toString();
    }

    private void row(Printed printed, Printed.Line line) {
        var kind = line.mark();
        out.append(kind == null ? "<tr>" : "<tr class=\"" + kind.name().toLowerCase(Locale.ROOT) + "\">");
        if (printed.marked()) {
            out.append("<td class=\"mark\">")
                    .append(kind == null ? "" : mark(kind))
                    .append("</td>");
        }
        for (int i = 0; i < line.fields().size(); i++) {
            out.append(field(line.fields().get(i), printed.columns().get(i)));
        }
        line("</tr>");
    }

    private String mark(Difference.Kind kind) {
        var sign =
                switch (kind) {
                    case ADDED -> "+ ";
                    case REMOVED -> "− ";
                    case CHANGED -> "≠ ";
                };
        return sign + Markup.text(sentences.mark(kind));
    }

    private static String field(Printed.Field field, Column column) {
        var style =
                switch (column.kind()) {
                    case TEXT -> "";
                    case MONO -> "mono";
                    case NUMBER -> "number";
                };
        var classes = List.of(style, field.read() ? "" : "unread", field.before() == null ? "" : "changed").stream()
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
        var before = field.before() == null ? "" : "<del>" + Markup.text(field.before()) + "</del> → ";
        return "<td" + (classes.isEmpty() ? "" : " class=\"" + classes + "\"") + ">" + before
                + Markup.text(field.text()).replace("\n", "<br/>") + "</td>";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
