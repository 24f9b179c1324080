package io.atalaya.sandbox.world.insights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One statistic of one group of rows. */
interface Aggregate {
    void add(Row row);

    @Nullable
    Object result();

    /**
     * A maker of one, or null where the name is of none.
     *
     * @param arguments empty for {@code count(*)}
     */
    static @Nullable Supplier<Aggregate> named(String name, List<Expression> arguments) {
        Expression first = arguments.isEmpty() ? row -> 1.0 : arguments.getFirst();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "count" ->
                () -> new Numbers(row -> first.of(row) == null ? null : (Double) 1.0, n -> (double) n.size());
            case "sum" -> () -> new Numbers(number(first), Numbers::sum);
            case "avg" -> () -> new Numbers(number(first), n -> n.isEmpty() ? null : n.sum() / n.size());
            case "stddev" -> () -> new Numbers(number(first), Numbers::deviation);
            case "pct", "percentile" -> () -> new Ranked(number(first), arguments.get(1));
            case "median" -> () -> new Ranked(number(first), row -> 50.0);
            case "count_distinct" -> () -> new Distinct(first);
            case "min", "sortsfirst" -> () -> new Extreme(first, -1);
            case "max", "sortslast" -> () -> new Extreme(first, 1);
            case "earliest" -> () -> new Extreme(first, -1).byTime();
            case "latest" -> () -> new Extreme(first, 1).byTime();
            default -> null;
        };
    }

    private static Expression number(Expression of) {
        return row -> Values.number(of.of(row));
    }

    /** Count, sum and sum of squares. */
    final class Numbers implements Aggregate {
        private final Expression of;
        private final Function<Numbers, @Nullable Object> finish;
        private long size;
        private double sum;
        private double squares;

        Numbers(Expression of, Function<Numbers, @Nullable Object> finish) {
            this.of = of;
            this.finish = finish;
        }

        @Override
        public void add(Row row) {
            if (of.of(row) instanceof Double number) {
                size++;
                sum += number;
                squares += number * number;
            }
        }

        @Override
        public @Nullable Object result() {
            return finish.apply(this);
        }

        boolean isEmpty() {
            return size == 0;
        }

        long size() {
            return size;
        }

        double sum() {
            return sum;
        }

        @Nullable
        Object deviation() {
            return size < 2 ? null : (Object) Math.sqrt(Math.max(0, (squares - sum * sum / size) / (size - 1)));
        }
    }

    /** All values, for percentiles. */
    final class Ranked implements Aggregate {
        private final Expression of;
        private final Expression percent;
        private final List<Double> values = new ArrayList<>();
        private double rank = 50;

        Ranked(Expression of, Expression percent) {
            this.of = of;
            this.percent = percent;
        }

        @Override
        public void add(Row row) {
            if (of.of(row) instanceof Double number) {
                values.add(number);
            }
            if (percent.of(row) instanceof Double asked) {
                rank = asked;
            }
        }

        @Override
        public @Nullable Object result() {
            if (values.isEmpty()) {
                return null;
            }
            values.sort(null);
            int at = (int) Math.ceil(rank / 100 * values.size()) - 1;
            return values.get(Math.clamp(at, 0, values.size() - 1));
        }
    }

    /** How many different values. */
    final class Distinct implements Aggregate {
        private final Expression of;
        private final Set<Object> values = new HashSet<>();

        Distinct(Expression of) {
            this.of = of;
        }

        @Override
        public void add(Row row) {
            Object value = of.of(row);
            if (value != null) {
                values.add(value);
            }
        }

        @Override
        public Object result() {
            return (double) values.size();
        }
    }

    /** The least or greatest value, or that of the first or last row. */
    final class Extreme implements Aggregate {
        private final Expression of;
        private final int sign;
        private boolean byTime;
        private @Nullable Object best;
        private long bestTime;

        Extreme(Expression of, int sign) {
            this.of = of;
            this.sign = sign;
        }

        Extreme byTime() {
            byTime = true;
            return this;
        }

        @Override
        public void add(Row row) {
            Object value = of.of(row);
            if (value != null
                    && (best == null
                            || (byTime ? Long.compare(row.millis(), bestTime) : Values.compare(value, best)) * sign
                                    > 0)) {
                best = value;
                bestTime = row.millis();
            }
        }

        @Override
        public @Nullable Object result() {
            return best;
        }
    }
}
