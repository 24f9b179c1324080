package io.atalaya.evidence.document.print;

import io.atalaya.evidence.document.Architecture;
import io.atalaya.evidence.document.Block;
import io.atalaya.evidence.document.Block.Figure;
import io.atalaya.evidence.document.Block.Paragraph;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Chapter;
import io.atalaya.evidence.document.Column;
import io.atalaya.evidence.document.DocumentWords;
import io.atalaya.evidence.document.drift.Drift;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The document as Markdown of GitHub's kind, its diagrams as files beside it. */
public final class MarkdownPrinter {
    private final DocumentWords words;
    private final Sentences sentences;
    private final StringBuilder out = new StringBuilder(16_384);

    private MarkdownPrinter(DocumentWords words) {
        this.words = words;
        this.sentences = new Sentences(words);
    }

    /**
     * @param drift what to mark; null for nothing
     * @param figures the number of a diagram, by which its file is called {@code figure-1.svg}
     */
    public static String print(
            Architecture document, DocumentWords words, @Nullable Drift drift, ToIntFunction<Figure> figures) {
        var printer = new MarkdownPrinter(words);
        printer.document(document, drift, figures);
        return printer.out.toString();
    }

    private void document(Architecture document, @Nullable Drift drift, ToIntFunction<Figure> figures) {
        line("# " + text(sentences.title(document)));
        line("");
        for (var fact : sentences.facts(document.head())) {
            line("- **" + text(fact.name()) + "**: " + text(fact.value()));
        }
        line("");
        if (drift != null) {
            drift(drift);
        }
        for (var chapter : document.chapters()) {
            chapter(chapter, drift, figures);
        }
    }

    private void drift(Drift drift) {
        line("## " + text(words.text("drift.title")));
        line("");
        line(text(sentences.compared(drift)));
        line("");
        var all = sentences.differences(drift);
        all.forEach(it -> line("- " + text(it)));
        if (all.isEmpty()) {
            line(text(words.text("drift.none")));
        }
        var untold = sentences.untold(drift);
        if (!untold.isEmpty()) {
            line("");
            line(text(words.text("drift.untold", String.join(", ", untold))));
        }
        line("");
    }

    private void chapter(Chapter chapter, @Nullable Drift drift, ToIntFunction<Figure> figures) {
        line("## " + text(words.text("chapter." + chapter.key())));
        line("");
        line(text(words.text("about." + chapter.key())));
        line("");
        for (Block block : chapter.blocks()) {
            switch (block) {
                case Paragraph paragraph -> {
                    line(text(words.text(paragraph.key(), paragraph.arguments().toArray())));
                    line("");
                }
                case Figure figure -> figure(figure, figures.applyAsInt(figure));
                case Table table -> table(table, drift);
            }
        }
    }

    private void figure(Figure figure, int number) {
        var caption = text(words.text("figure.caption", number, words.text("figure." + figure.key())));
        line("![" + caption + "](figure-" + number + ".svg)");
        line("");
        line("*" + caption + "*");
        line("");
        line(text(sentences.readings(figure)));
        line("");
    }

    private void table(Table table, @Nullable Drift drift) {
        line("### " + text(words.text("table." + table.key())));
        line("");
        sentences.readings(table).forEach(it -> line(text(it) + "  "));
        line("");
        var printed = Printed.of(table, words, drift);
        if (printed.lines().isEmpty()) {
            line("**" + text(sentences.noRows(table)) + "**");
            line("");
            return;
        }
        var mark = printed.marked();
        line((mark ? "| " + text(words.text("drift.mark")) + " " : "")
                + printed.headings().stream().map(it -> "| " + text(it) + " ").collect(Collectors.joining())
                + "|");
        line((mark ? "|---" : "")
                + printed.columns().stream()
                        .map(it -> it.kind() == Column.Kind.NUMBER ? "|---:" : "|---")
                        .collect(Collectors.joining())
                + "|");
        printed.lines().forEach(it -> line(row(it, mark)));
        line("");
    }

    private String row(Printed.Line line, boolean marked) {
        var kind = line.mark();
        var mark = marked ? "| " + (kind == null ? "" : "**" + text(sentences.mark(kind)) + "**") + " " : "";
        return mark + line.fields().stream().map(MarkdownPrinter::field).collect(Collectors.joining()) + "|";
    }

    private static String field(Printed.Field field) {
        var before = field.before() == null ? "" : "~~" + text(field.before()) + "~~ → ";
        return "| " + before + text(field.text()) + " ";
    }

    /**
     * Text of anybody as text: no character of it is markup and no address in it a link; a line feed is a break within the
     * cell. It never stands at the beginning of a line, where more would be.
     */
    static String text(String plain) {
        return plain.replaceAll("([\\\\`*_\\[\\]|~<>&$@]|(?<=www)[.]|:(?=//))", "\\\\$1")
                .replace("\n", "<br>");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
