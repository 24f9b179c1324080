package io.atalaya.noc.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one item: a new one, or what a user changes of one that there is. */
final class ItemReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private final SourceReader sources;
    private final Set<String> acts;

    /** @param acts names of the operations that there are; empty for any */
    ItemReader(SourceReader sources, Set<String> acts) {
        this.sources = sources;
        this.acts = acts;
    }

    /** The id of an item, which everything else needs. */
    Optional<String> id(TableReader table) {
        return table.required("id").filter(id -> {
            var good = ID.matcher(id).matches();
            if (!good) {
                table.wrong("id", "an id is made of small letters, digits and -");
            }
            return good;
        });
    }

    /** @param before the item of this id; null for a new one */
    Optional<Item> read(String id, TableReader table, @Nullable Item before) {
        var group = table.word("group", ItemGroup.class).orElse(before == null ? ItemGroup.HOST : before.group());
        var unit = table.word("unit", Unit.class).orElse(before == null ? Unit.NONE : before.unit());
        var threshold = new ThresholdReader(table).read(before == null ? Threshold.NONE : before.threshold());
        var read = new ArrayList<ItemSource>();
        for (var source : table.tables("source")) {
            sources.read(source, unit, threshold).ifPresent(read::add);
        }
        if (read.isEmpty() && before != null) {
            before.sources().forEach(source -> read.add(judgedBy(source, before.threshold(), threshold)));
        }
        var item = new Item(
                id,
                table.text("name").orElse(before == null ? null : before.name()),
                group,
                unit,
                threshold,
                read,
                table.texts("evidence")
                        .map(words -> words.stream().map(Glob::new).toList())
                        .orElse(before == null ? List.of() : before.evidence()),
                table.flag("optional").orElse(before != null && before.optional()),
                table.texts("acts")
                        .map(words -> known(table, words))
                        .orElse(before == null ? List.of() : before.acts()),
                table.text("runbook").orElse(before == null ? null : before.runbook()));
        table.finish();
        if (read.isEmpty()) {
            table.wrong("source", "item " + id + " has no source: it is left out");
            return Optional.empty();
        }
        return Optional.of(item);
    }

    /** A user who changes an item's threshold changes it for the sources that had no other. */
    private static ItemSource judgedBy(ItemSource source, Threshold before, Threshold now) {
        return source instanceof MetricSource metric && metric.threshold().equals(before)
                ? new MetricSource(
                        metric.at(),
                        metric.namespace(),
                        metric.metric(),
                        metric.statistic(),
                        metric.dimensions(),
                        metric.factor(),
                        metric.perSecond(),
                        metric.combine(),
                        metric.unit(),
                        now,
                        metric.recipe())
                : source;
    }

    private List<String> known(TableReader table, List<String> words) {
        return words.stream()
                .filter(word -> {
                    var known = acts.isEmpty() || acts.contains(word);
                    if (!known) {
                        table.wrong("acts", "there is no operation " + word);
                    }
                    return known;
                })
                .toList();
    }
}
