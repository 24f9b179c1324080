package io.atalaya.evidence.document.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.atalaya.evidence.document.Architecture;
import io.atalaya.evidence.document.Block.Figure;
import io.atalaya.evidence.document.DocumentWords;
import io.atalaya.evidence.document.drift.Drift;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The document as PDF: its HTML, set on paper by openhtmltopdf, with the faces of the console in it. */
public final class PdfPrinter {
    /** Of a landscape page within its margins, between title and caption, in pixels at 96 to the inch. */
    private static final double WIDEST = 1000;

    private static final double HIGHEST = 515;

    private final DocumentWords words;
    private final Fonts fonts;

    public PdfPrinter(DocumentWords words, Fonts fonts) {
        this.words = words;
        this.fonts = fonts;
    }

    /** @throws IOException where it could not be written */
    public void print(Architecture document, @Nullable Drift drift, OutputStream to) throws IOException {
        XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, java.util.logging.Level.SEVERE));
        var figures = new ArrayList<Figure>();
        var html = HtmlPrinter.print(document, words, drift, (figure, caption) -> object(figure, figures), true);
        try (var pdf = new PDDocument()) {
            var faces = new PdfFaces(pdf, fonts);
            render(html, pdf, faces, figures);
            about(pdf, document);
            faces.finish();
            pdf.save(to);
        }
    }

    private static String object(Figure figure, List<Figure> figures) {
        figures.add(figure);
        var drawing = figure.drawing();
        double scale = Math.min(1, Math.min(WIDEST / drawing.width(), HIGHEST / drawing.height()));
        return "<object type=\"%s\" data=\"%d\" style=\"width:%spx;height:%spx\"></object>"
                .formatted(
                        FigureDrawers.TYPE,
                        figures.size() - 1,
                        pixels(drawing.width() * scale),
                        pixels(drawing.height() * scale));
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void render(String html, PDDocument pdf, PdfFaces faces, List<Figure> figures) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePDDocument(pdf);
        builder.useReplacementText("?");
        builder.useUriResolver((base, uri) -> null); // nothing is fetched, whatever stands in a name
        builder.useFont(new PDFontSupplier(faces.plain()), "Inter", 400, FontStyle.NORMAL, false);
        builder.useFont(new PDFontSupplier(faces.strong()), "Inter", 600, FontStyle.NORMAL, false);
        builder.useFont(new PDFontSupplier(faces.mono()), "JetBrains Mono", 400, FontStyle.NORMAL, true);
        builder.useObjectDrawerFactory(new FigureDrawers(figures, words, fonts, faces));
        builder.withHtmlContent(html, null);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        }
    }

    private void about(PDDocument pdf, Architecture document) {
        var information = pdf.getDocumentInformation();
        information.setTitle(new Sentences(words).title(document));
        information.setProducer("Atalaya " + document.head().program());
        var at = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        at.setTimeInMillis(document.head().madeAt().toEpochMilli());
        Calendar made = at;
        information.setCreationDate(made);
        pdf.getDocumentCatalog().setLanguage(words.locale().toLanguageTag());
    }
}
