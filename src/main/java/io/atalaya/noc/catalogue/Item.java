package io.atalaya.noc.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is watched.
 *
 * @param id stable, for settings, messages and tests: {@code jvm-old-generation}
 * @param name in the words of whoever wrote the file; null where the messages have it under {@link #nameKey}
 * @param threshold when its value is bad
 * @param sources in order of preference
 * @param evidence namespaces of metrics which say that a host has such a thing at all: a JVM, SOLR; empty where every place has
 * @param optional whether a deployment without any evidence has no such thing; else nobody tells, which is not the same
 * @param acts corrective operations by their name: {@code RebootInstance}
 * @param runbook what to do, in the words of whoever wrote the file; null where the messages have it or nobody wrote it
 */
public record Item(
        String id,
        @Nullable String name,
        ItemGroup group,
        Unit unit,
        Threshold threshold,
        List<ItemSource> sources,
        List<Glob> evidence,
        boolean optional,
        List<String> acts,
        @Nullable String runbook) {
    public Item {
        sources = List.copyOf(sources);
        evidence = List.copyOf(evidence);
        acts = List.copyOf(acts);
    }

    /** {@code noc.item.jvm-old-generation}. */
    public String nameKey() {
        return "noc.item." + id;
    }

    /** Key of its runbook in the messages: {@code noc.runbook.jvm-old-generation}; not every item has one. */
    public String runbookKey() {
        return "noc.runbook." + id;
    }

    /** Its own name, for items that somebody added. */
    public Optional<String> ownName() {
        return Optional.ofNullable(name);
    }
}
