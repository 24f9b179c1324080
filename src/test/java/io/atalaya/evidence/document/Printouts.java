package io.atalaya.evidence.document;

import io.atalaya.deployment.Deployment;
import io.atalaya.evidence.document.chapter.Chapters;
import io.atalaya.evidence.document.drift.Drift;
import io.atalaya.evidence.document.print.Fonts;
import io.atalaya.evidence.document.print.HtmlPrinter;
import io.atalaya.evidence.document.print.MarkdownPrinter;
import io.atalaya.evidence.document.print.PdfPrinter;
import io.atalaya.evidence.document.print.SvgPrinter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Prints documents, and reads the tables back as a stranger would: by headings and cells alone. */
final class Printouts {
    static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    static final Instant MADE = Instant.parse("2026-11-24T18:51:00Z");

    private Printouts() {}

    static Architecture of(Deployment deployment) {
        return Chapters.of(
                deployment,
                new Head(
                        "checkop",
                        Head.Origin.SANDBOX,
                        "http://127.0.0.1:1",
                        "111122223333",
                        null,
                        "arn:aws:sts::111122223333:assumed-role/r/n",
                        "us-east-1",
                        MADE,
                        "test"));
    }

    static DocumentWords words(String language) {
        return new DocumentWords(Locale.forLanguageTag(language), BOGOTA);
    }

    static String markdown(Architecture document, String language, @Nullable Drift drift) {
        return MarkdownPrinter.print(document, words(language), drift, figure -> 1);
    }

    static String html(Architecture document, String language, @Nullable Drift drift) throws IOException {
        var svg = new SvgPrinter(words(language), new Fonts());
        return HtmlPrinter.print(
                document, words(language), drift, (figure, caption) -> svg.print(figure.drawing(), caption), false);
    }

    static byte[] pdf(Architecture document, String language, @Nullable Drift drift) throws IOException {
        var out = new ByteArrayOutputStream();
        new PdfPrinter(words(language), new Fonts()).print(document, drift, out);
        return out.toByteArray();
    }

    /** Rows of the table under a heading, by column. */
    static List<Map<String, String>> markdownTable(String text, String title) {
        var lines = text.substring(text.indexOf("### " + title + "\n"))
                .lines()
                .skip(1)
                .toList();
        var rows = lines.stream()
                .dropWhile(it -> !it.startsWith("| "))
                .takeWhile(it -> it.startsWith("|"))
                .toList();
        var heads = cells(rows.getFirst());
        return rows.stream().skip(2).map(it -> joined(heads, cells(it))).toList();
    }

    private static List<String> cells(String line) {
        var parts = line.split("(?<!\\\\)\\|", -1);
        var cells = new ArrayList<String>();
        for (int i = 1; i < parts.length - 1; i++) {
            cells.add(parts[i].strip().replaceAll("\\\\(.)", "$1").replace("<br>", "\n"));
        }
        return cells;
    }

    private static Map<String, String> joined(List<String> heads, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < heads.size(); i++) {
            row.put(heads.get(i), cells.get(i));
        }
        return row;
    }

    static Document dom(String html) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    /** Rows of the table with an id, by column. */
    static List<Map<String, String>> htmlTable(Document page, String id) {
        var table = all(page.getDocumentElement(), "table").stream()
                .filter(it -> it.getAttribute("id").equals("table-" + id))
                .findFirst()
                .orElseThrow();
        var heads =
                all((Element) table.getElementsByTagName("thead").item(0), "tr").get(1);
        var names = all(heads, "th").stream().map(Printouts::text).toList();
        return all((Element) table.getElementsByTagName("tbody").item(0), "tr").stream()
                .map(row -> joined(
                        names, all(row, "td").stream().map(Printouts::text).toList()))
                .toList();
    }

    static List<Element> all(Element in, String name) {
        var found = new ArrayList<Element>();
        var nodes = in.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    static String text(Node node) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            return node.getTextContent();
        }
        if (node.getNodeName().equals("br")) {
            return "\n";
        }
        var out = new ArrayList<String>();
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            out.add(text(child));
        }
        return out.stream().collect(Collectors.joining());
    }
}
