package io.atalaya.ui.logs.insights;

import io.atalaya.logs.insights.ResultTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Results for other programs: as CloudWatch gave them, times in UTC. */
public final class ResultCopy {
    private static final String LINE_END = "\r\n"; // RFC 4180

    private final Function<String, Optional<Path>> choose;
    private final Executor background;
    private final Executor screen;

    /** @param choose asks where, given a name; empty when the person thinks better of it */
    public ResultCopy(Function<String, Optional<Path>> choose, Executor background, Executor screen) {
        this.choose = choose;
        this.background = background;
        this.screen = screen;
    }

    /** @param told key and argument of what has come of it */
    void save(ResultTable table, BiConsumer<String, String> told) {
        choose.apply("atalaya-insights.csv")
                .ifPresent(file -> background.execute(() -> {
                    try {
                        Files.writeString(file, csv(table), StandardCharsets.UTF_8);
                        screen.execute(() -> told.accept("insights.saved", file.toString()));
                    } catch (IOException e) {
                        screen.execute(() -> told.accept("insights.notSaved", e.toString()));
                    }
                }));
    }

    static String csv(ResultTable table) {
        return table.fields().stream().map(ResultCopy::head).collect(Collectors.joining(",", "", LINE_END))
                + table.rows().stream()
                        .map(row ->
                                row.values().stream().map(ResultCopy::cell).collect(Collectors.joining(",")) + LINE_END)
                        .collect(Collectors.joining());
    }

    /** CloudWatch's own fields begin with a sign that is none of a formula's where only a name follows. */
    private static String head(String field) {
        return field.matches("@[A-Za-z]+") ? field : cell(field);
    }

    /** Quoted, and never a formula: a spreadsheet would execute what a stranger wrote into a log. */
    static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        var begin = value.stripLeading();
        boolean number = value.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
        boolean formula = !number && !begin.isEmpty() && "=+-@".indexOf(begin.charAt(0)) >= 0;
        boolean plain = !formula && value.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return plain ? value : "\"" + (formula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
    }

    /** Rows for the clipboard: a head, tabs between the columns; line breaks and tabs inside a value become blanks. */
    static String tabbed(ResultTable table, List<ResultTable.Row> rows) {
        return String.join("\t", table.fields())
                + "\n"
                + rows.stream()
                        .map(row -> row.values().stream()
                                .map(it -> it == null ? "" : it.replaceAll("[\\t\\r\\n]+", " "))
                                .collect(Collectors.joining("\t")))
                        .collect(Collectors.joining("\n"));
    }
}
