package io.atalaya.aws.logs;

import io.atalaya.logs.insights.ResultTable;
import io.atalaya.logs.insights.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatistics;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;

/** Results as CloudWatch gives them, each row a list of its own fields, as a table. */
final class QueryRows {
    private static final String POINTER = "@ptr";

    private QueryRows() {}

    static ResultTable table(List<List<ResultField>> results) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (var row : results) {
            for (var field : row) {
                if (field.field() != null && !field.field().equals(POINTER)) {
                    columns.putIfAbsent(field.field(), columns.size());
                }
            }
        }
        var rows = new ArrayList<ResultTable.Row>(results.size());
        for (var row : results) {
            var values = new @Nullable String[columns.size()];
            String pointer = null;
            for (var field : row) {
                var column = field.field() == null ? null : columns.get(field.field());
                if (column != null) {
                    values[column] = field.value();
                } else if (POINTER.equals(field.field())) {
                    pointer = field.value();
                }
            }
            rows.add(new ResultTable.Row(rows.size(), Arrays.asList(values), pointer));
        }
        return new ResultTable(List.copyOf(columns.keySet()), rows);
    }

    static Statistics statistics(@Nullable QueryStatistics told) {
        return told == null
                ? Statistics.NONE
                : new Statistics(
                        number(told.recordsMatched()), number(told.recordsScanned()), number(told.bytesScanned()));
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
