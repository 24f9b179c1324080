package io.atalaya.evidence.document.print;

import io.atalaya.evidence.document.Architecture;
import io.atalaya.evidence.document.Block.Figure;
import io.atalaya.evidence.document.DocumentWords;
import io.atalaya.evidence.document.drift.Drift;
import io.atalaya.evidence.document.drift.KeptDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a document into a folder. Each file gets its name when it is whole; one of before is replaced. */
public final class DocumentFiles {
    /** What a later document is compared with. */
    public static final String KEPT = "architecture.json";

    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    private DocumentFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * @param drift what to mark; null for nothing
     * @return what was written: a file for each format, diagrams for Markdown, and {@link #KEPT}
     * @throws IOException where something could not be written
     */
    public static List<Path> write(
            Path folder, Architecture document, Collection<Format> formats, DocumentWords words, @Nullable Drift drift)
            throws IOException {
        Files.createDirectories(folder);
        var files = new DocumentFiles(folder);
        var fonts = new Fonts();
        for (var format : formats) {
            switch (format) {
                case HTML -> files.html(document, words, drift, fonts);
                case PDF -> files.pdf(document, words, drift, fonts);
                case MD -> files.markdown(document, words, drift, fonts);
            }
        }
        files.write(KEPT, KeptDocument.write(document));
        return List.copyOf(files.written);
    }

    private void html(Architecture document, DocumentWords words, @Nullable Drift drift, Fonts fonts)
            throws IOException {
        var svg = new SvgPrinter(words, fonts);
        var html = HtmlPrinter.print(
                document, words, drift, (figure, caption) -> svg.print(figure.drawing(), caption), false);
        write(Format.HTML.file(), html.getBytes(StandardCharsets.UTF_8));
    }

    private void pdf(Architecture document, DocumentWords words, @Nullable Drift drift, Fonts fonts)
            throws IOException {
        var out = new ByteArrayOutputStream(1 << 19);
        new PdfPrinter(words, fonts).print(document, drift, out);
        write(Format.PDF.file(), out.toByteArray());
    }

    private void markdown(Architecture document, DocumentWords words, @Nullable Drift drift, Fonts fonts)
            throws IOException {
        var figures = new ArrayList<Figure>();
        var text = MarkdownPrinter.print(document, words, drift, figure -> {
            figures.add(figure);
            return figures.size();
        });
        write(Format.MD.file(), text.getBytes(StandardCharsets.UTF_8));
        var svg = new SvgPrinter(words, fonts);
        for (int i = 0; i < figures.size(); i++) {
            var caption = words.text("figure." + figures.get(i).key());
            write(
                    "figure-" + (i + 1) + ".svg",
                    svg.print(figures.get(i).drawing(), caption).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(String name, byte[] content) throws IOException {
        var whole = folder.resolve(name);
        var part = folder.resolve("." + name + ".part");
        try {
            Files.write(part, content);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        written.add(whole);
    }
}
