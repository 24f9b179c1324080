package io.atalaya.ui.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.logs.Origin;
import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Writes what a view shows into a file: messages whole and as they came, gaps in their place. */
final class RowExport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int STEP = 500;

    /** Of files. */
    enum Format {
        TEXT("log"),
        JSON_LINES("jsonl"),
        CSV("csv");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    private final LogView view;
    private final Span span;
    private final Format format;

    RowExport(LogView view, Span span, Format format) {
        this.view = view;
        this.span = span;
        this.format = format;
    }

    /** How many rows it has to write. */
    long rows() {
        var rows = new WindowedRows(view);
        rows.limit(span);
        return rows.size();
    }

    /**
     * Writes those that are there now; rows that are inserted meanwhile before the one it has come to are left out.
     *
     * @param written is told how many, now and then
     * @param cancelled asked now and then
     * @return whether it came to the end
     */
    boolean write(Writer out, LongConsumer written, BooleanSupplier cancelled) throws IOException {
        var rows = new WindowedRows(view);
        rows.limit(span);
        if (format == Format.CSV) {
            out.write("time,ingested,level,group,stream,recovered,message\n");
        }
        var size = rows.size();
        var last = size == 0 ? null : RowKey.of(rows.row(size - 1));
        var number = 0L;
        var done = 0L;
        while (last != null && number < rows.size()) {
            var row = rows.row(number);
            write(row, out);
            done++;
            if (last.is(row)) {
                break;
            }
            if (done % STEP == 0) {
                if (cancelled.getAsBoolean()) {
                    return false;
                }
                written.accept(done);
                rows.refresh();
                number = rows.numberOf(RowKey.of(row));
            }
            number++;
        }
        written.accept(done);
        return true;
    }

    private void write(Row row, Writer out) throws IOException {
        switch (row) {
            case Row.Event it -> event(it, out);
            case Row.Missing it -> gap(it, out);
        }
    }

    private void event(Row.Event event, Writer out) throws IOException {
        var message = view.text(event.id()).orElse(event.text());
        var time = Instant.ofEpochMilli(event.at()).toString();
        var ingested = Instant.ofEpochMilli(event.ingested()).toString();
        var level = event.level().name().toLowerCase(Locale.ROOT);
        var group = GroupNames.name(event.group());
        var recovered = event.origin() == Origin.RECOVERED;
        switch (format) {
            case TEXT -> {
                out.write(time + " " + level + " " + group + " " + event.stream() + " " + message);
                if (!message.endsWith("\n")) {
                    out.write('\n');
                }
            }
            case CSV ->
                out.write(String.join(
                                ",",
                                time,
                                ingested,
                                level,
                                cell(group),
                                cell(event.stream()),
                                String.valueOf(recovered),
                                cell(message))
                        + "\n");
            case JSON_LINES -> {
                var json = JSON.createObjectNode();
                json.put("time", time).put("ingested", ingested).put("level", level);
                json.put("group", group).put("stream", event.stream()).put("recovered", recovered);
                json.put("message", message);
                out.write(text(json) + "\n");
            }
        }
    }

    private void gap(Row.Missing row, Writer out) throws IOException {
        var gap = row.gap();
        var from = Instant.ofEpochMilli(gap.from()).toString();
        var to = Instant.ofEpochMilli(gap.to()).toString();
        var state = gap.state().name().toLowerCase(Locale.ROOT);
        var cause = gap.cause().name().toLowerCase(Locale.ROOT);
        var group = GroupNames.name(gap.group());
        switch (format) {
            case TEXT -> out.write("# gap " + from + " to " + to + " " + group + " " + cause + " " + state + "\n");
            case CSV ->
                out.write(String.join(
                                ",", from, "", "gap", cell(group), "", "", cell("to " + to + " " + cause + " " + state))
                        + "\n");
            case JSON_LINES -> {
                var json = JSON.createObjectNode();
                json.put("gap", true).put("from", from).put("to", to).put("group", group);
                json.put("cause", cause).put("state", state).put("recovered", gap.recovered());
                out.write(text(json) + "\n");
            }
        }
    }

    private static String text(Object json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // a tree of texts can always be written
        }
    }

    /** A cell that no spreadsheet takes for a formula. */
    static String cell(String text) {
        var blank = 0;
        while (blank < text.length() && Character.isWhitespace(text.charAt(blank))) {
            blank++;
        }
        var formula = blank < text.length() && "=+-@".indexOf(text.charAt(blank)) >= 0;
        if (!formula && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t')) {
            return text;
        }
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
