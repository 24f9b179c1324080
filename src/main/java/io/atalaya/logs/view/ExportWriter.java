package io.atalaya.logs.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.atalaya.deployment.text.Csv;
import io.atalaya.logs.ledger.Gap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts rows into bytes. What it says itself is English, for other programs. */
final class ExportWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final List<String> COLUMNS =
            List.of("kind", "time", "ingested", "group", "stream", "level", "origin", "doubtful", "around", "message");

    private final OutputStream out;
    private final Export.Format format;
    private final JsonFactory json = new JsonFactory();

    ExportWriter(OutputStream out, Export.Format format) {
        this.out = out;
        this.format = format;
    }

    private interface Fields {
        void into(JsonGenerator json) throws IOException;
    }

    private void json(Fields fields) throws IOException {
        var line = new java.io.StringWriter();
        try (var generator = json.createGenerator(line)) {
            generator.writeStartObject();
            fields.into(generator);
            generator.writeEndObject();
        }
        put(line.append('\n').toString());
    }

    private void put(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static String time(long epochMilli) {
        return TIME.format(Instant.ofEpochMilli(epochMilli));
    }

    void about(ExportAbout about) throws IOException {
        switch (format) {
            case TEXT -> {
                for (var group : new TreeSet<>(about.groups().keySet())) {
                    put("# group " + oneLine(group) + ", " + about.groups().get(group) + " events\n");
                }
                put("# " + words(about) + "\n");
                put("# " + about.rows() + " rows\n");
            }
            case CSV -> {
                put(Csv.line(COLUMNS));
                put(Csv.line(List.of(
                        "about",
                        time(about.from()),
                        "",
                        String.join(" ", new TreeSet<>(about.groups().keySet())),
                        "",
                        "",
                        "",
                        "",
                        "",
                        words(about) + "; " + about.rows() + " rows")));
            }
            case JSON_LINES ->
                json(line -> {
                    line.writeStringField("kind", "about");
                    line.writeStringField("from", time(about.from()));
                    line.writeStringField("to", time(about.to()));
                    line.writeNumberField("rows", about.rows());
                    line.writeNumberField("events", about.events());
                    line.writeNumberField("recovered", about.recovered());
                    line.writeNumberField("doubt", about.doubt());
                    line.writeObjectFieldStart("groups");
                    for (var group : new TreeSet<>(about.groups().keySet())) {
                        line.writeNumberField(group, about.groups().getOrDefault(group, 0L));
                    }
                    line.writeEndObject();
                    line.writeArrayFieldStart("gaps");
                    for (var gap : about.gaps()) {
                        line.writeString(words(gap));
                    }
                    line.writeEndArray();
                });
        }
    }

    private static String words(ExportAbout about) {
        var gaps = about.gaps().isEmpty()
                ? "no gaps"
                : about.gaps().stream().map(ExportWriter::words).collect(Collectors.joining("; ", "gaps: ", ""));
        return time(about.from()) + " to " + time(about.to()) + ": " + about.events() + " events, " + about.recovered()
                + " recovered, " + about.doubt() + " in doubt, " + gaps;
    }

    private static String words(Gap gap) {
        var doubt = gap.doubt() == null ? "unknown" : gap.doubt().toString();
        return time(gap.from()) + " to " + time(gap.to()) + " of " + oneLine(gap.group()) + " (" + gap.cause() + ", "
                + gap.state() + ", recovered " + gap.recovered() + ", in doubt " + doubt + ")";
    }

    void gap(Gap gap) throws IOException {
        switch (format) {
            case TEXT -> put("--- gap " + words(gap) + "\n");
            case CSV ->
                put(Csv.line(List.of(
                        "gap",
                        time(gap.from()),
                        "",
                        gap.group(),
                        "",
                        "",
                        gap.cause().name(),
                        "",
                        "",
                        words(gap))));
            case JSON_LINES ->
                json(line -> {
                    line.writeStringField("kind", "gap");
                    line.writeStringField("time", time(gap.from()));
                    line.writeStringField("to", time(gap.to()));
                    line.writeStringField("group", gap.group());
                    line.writeStringField("cause", gap.cause().name());
                    line.writeStringField("state", gap.state().name());
                    line.writeNumberField("recovered", gap.recovered());
                    if (gap.doubt() != null) {
                        line.writeNumberField("doubt", gap.doubt());
                    }
                });
        }
    }

    /** @param whole its message with the lines folded into it */
    void event(Row.Event event, String whole) throws IOException {
        boolean around = event.standing() == Row.Standing.AROUND;
        switch (format) {
            case TEXT ->
                put(time(event.at()) + " " + event.level() + " " + oneLine(event.group()) + " "
                        + oneLine(event.stream()) + " " + whole + (whole.endsWith("\n") ? "" : "\n"));
            case CSV ->
                put(Csv.line(List.of(
                        "event",
                        time(event.at()),
                        time(event.ingested()),
                        event.group(),
                        event.stream(),
                        event.level().name(),
                        event.origin().name(),
                        String.valueOf(event.doubtful()),
                        String.valueOf(around),
                        whole)));
            case JSON_LINES ->
                json(line -> {
                    line.writeStringField("kind", "event");
                    line.writeStringField("time", time(event.at()));
                    line.writeStringField("ingested", time(event.ingested()));
                    line.writeStringField("group", event.group());
                    line.writeStringField("stream", event.stream());
                    line.writeStringField("level", event.level().name());
                    line.writeStringField("origin", event.origin().name());
                    line.writeBooleanField("doubtful", event.doubtful());
                    line.writeBooleanField("around", around);
                    line.writeStringField("message", whole);
                });
        }
    }

    private static String oneLine(String name) {
        return name.replace('\n', ' ').replace('\r', ' ');
    }
}
