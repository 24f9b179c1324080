package io.atalaya.evidence.document;

import io.atalaya.evidence.document.Block.Table;
import java.util.List;
import java.util.Optional;

/** The document of a deployment at one moment, in no language yet. */
public record Architecture(Head head, List<Chapter> chapters) {
    public Architecture {
        chapters = List.copyOf(chapters);
    }

    /** All tables in order. */
    public List<Table> tables() {
        return chapters.stream()
                .flatMap(it -> it.blocks().stream())
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    public Optional<Table> table(String key) {
        return tables().stream().filter(it -> it.key().equals(key)).findFirst();
    }
}
