package io.atalaya.noc.catalogue;

import io.atalaya.deployment.ProbeResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one source of an item. */
final class SourceReader {
    private static final Pattern STATISTIC =
            Pattern.compile("Average|Sum|Minimum|Maximum|SampleCount|IQM|(p|tm|tc|ts|wm)\\d{1,2}(\\.\\d+)?");
    private static final int LARGEST_PORT = 65_535;

    private final Set<String> recipes;

    /** @param recipes those that there are */
    SourceReader(Set<String> recipes) {
        this.recipes = recipes;
    }

    /** Which sort of source a table is, by a key that only this sort has. */
    Optional<ItemSource> read(TableReader table, Unit unit, Threshold threshold) {
        var at = table.has("at") ? table.word("at", PlaceKind.class) : Optional.of(PlaceKind.INSTANCE);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Optional<ItemSource> source;
        if (table.has("container")) {
            source = containers(table, at.get());
        } else if (table.has("metric")) {
            source = metric(table, at.get(), unit, threshold);
        } else if (table.has("probe")) {
            source = probe(table, at.get());
        } else if (table.has("log-group")) {
            source = log(table, at.get());
        } else if (table.has("state")) {
            source = state(table, at.get());
        } else {
            table.wrong("", "a source has a metric, a probe, a log-group, a container or a state");
            return Optional.empty();
        }
        table.finish();
        return source;
    }

    private Optional<ItemSource> metric(TableReader table, PlaceKind at, Unit unit, Threshold threshold) {
        var namespace = table.required("namespace").map(Glob::new);
        var metric = table.required("metric").map(Glob::new);
        var statistic = table.text("statistic").orElse("Average");
        var own = new ThresholdReader(table).read(threshold);
        var dimensions = table.globs("dimensions");
        var factor = table.number("factor").orElse(1.0);
        var perSecond = table.flag("per-second").orElse(false);
        var combine = table.word("combine", MetricSource.Combine.class).orElse(MetricSource.Combine.WORST);
        var its = table.word("unit", Unit.class).orElse(unit);
        var recipe = recipe(table);
        if (!STATISTIC.matcher(statistic).matches()) {
            table.wrong("statistic", "\"" + statistic + "\" is no statistic of CloudWatch");
            return Optional.empty();
        }
        if (namespace.isEmpty() || metric.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MetricSource(
                at,
                namespace.get(),
                metric.get(),
                statistic,
                dimensions,
                factor,
                perSecond,
                combine,
                its,
                own,
                recipe.orElse(null)));
    }

    private static Optional<ItemSource> probe(TableReader table, PlaceKind at) {
        var kind = table.word("probe", ProbeResult.Kind.class);
        var targets = table.texts("targets").orElse(List.of("dns"));
        var port = table.number("port").orElse(0.0).intValue();
        if (port < 0 || port > LARGEST_PORT) {
            table.wrong("port", "a port is between 1 and " + LARGEST_PORT);
            return Optional.empty();
        }
        if (kind.isPresent() && kind.get() == ProbeResult.Kind.TCP && port == 0) {
            table.wrong("probe", "a probe of TCP needs a port");
            return Optional.empty();
        }
        return kind.map(each -> new ProbeSource(at, each, targets, port));
    }

    private static Optional<ItemSource> log(TableReader table, PlaceKind at) {
        var group = table.required("log-group").map(Glob::new);
        var filter = table.required("filter");
        var pattern = table.pattern("pattern");
        return group.isEmpty() || filter.isEmpty() || pattern.isEmpty()
                ? Optional.empty()
                : Optional.of(new LogSource(at, group.get(), filter.get(), pattern.get()));
    }

    private static Optional<ItemSource> state(TableReader table, PlaceKind at) {
        if (!table.flag("state").orElse(false)) {
            table.wrong("state", "state must be true");
            return Optional.empty();
        }
        return Optional.of(new StateSource(at, new Glob(table.text("check-type").orElse("*"))));
    }

    private Optional<ItemSource> containers(TableReader table, PlaceKind at) {
        var namespace = table.required("namespace").map(Glob::new);
        var dimension = table.required("container");
        var running = table.required("running");
        var healthy = table.text("healthy");
        var expected = table.texts("expected").orElse(List.of());
        var recipe = recipe(table);
        return namespace.isEmpty() || dimension.isEmpty() || running.isEmpty()
                ? Optional.empty()
                : Optional.of(new ContainersSource(
                        at,
                        namespace.get(),
                        running.get(),
                        healthy.orElse(null),
                        dimension.get(),
                        expected,
                        recipe.orElse(null)));
    }

    private Optional<String> recipe(TableReader table) {
        return table.text("recipe").filter(id -> {
            if (!recipes.contains(id)) {
                table.wrong("recipe", "there is no recipe " + id);
            }
            return recipes.contains(id);
        });
    }
}
