package io.atalaya.ui.perimeter;

import io.atalaya.ui.LayoutMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The questions a person put on one connection, the newest first. */
final class AskedBefore {
    private static final int MOST = 8;

    private final LayoutMemory memory;
    private final String key;
    private List<String> lines;

    /** @param connection what tells it from other connections */
    AskedBefore(LayoutMemory memory, String connection) {
        this.memory = memory;
        this.key = "perimeter.asked." + connection.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "_");
        this.lines = memory.get(key).stream()
                .flatMap(text -> text.lines())
                .filter(line -> !line.isBlank())
                .limit(MOST)
                .toList();
    }

    void add(String line) {
        var newer = new ArrayList<>(lines);
        newer.remove(line);
        newer.addFirst(line);
        lines = List.copyOf(newer.subList(0, Math.min(MOST, newer.size())));
        memory.put(key, String.join("\n", lines));
    }

    /** As {@link QuestionLine#remembered} takes them. */
    List<String> lines() {
        return lines;
    }
}
