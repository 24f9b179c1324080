package io.atalaya.sandbox.world.insights;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One step of a query. */
sealed interface Command {
    /** A column: an expression and how it is called. */
    record Column(String name, Expression value) {}

    /** A statistic and how it is called. */
    record Statistic(String name, Supplier<Aggregate> maker) {}

    /** A key and its direction. */
    record Key(String name, boolean descending) {}

    record Fields(List<Column> columns) implements Command {}

    record Display(List<Column> columns) implements Command {}

    record Filter(Expression condition) implements Command {}

    /** @param groups names of the pattern's groups, in their order */
    record Parse(Expression of, Pattern pattern, List<String> groups) implements Command {}

    record Stats(List<Statistic> statistics, List<Column> by) implements Command {}

    record Sort(List<Key> keys) implements Command {}

    record Limit(int rows) implements Command {}

    record Dedup(List<Column> by) implements Command {}
}
