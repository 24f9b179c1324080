package io.atalaya.ui.logs;

import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Row;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the lines of rows, and keeps those of the rows looked at last. On the screen's thread. */
final class RowTexts {
    /** Rows on the highest of screens, and as many again. */
    private static final int KEPT = 400;

    /** More of an opened event is read in the detail. */
    static final int MOST_LINES = 200;

    private final LogView view;
    private final JsonWords json;
    private final Texts texts;
    private final Units units;
    private final Set<Long> opened = new HashSet<>();
    private int columns;

    private record Known(int folded, long length, RowLines lines) {}

    private final Map<Long, Known> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
            return size() > KEPT;
        }
    };

    RowTexts(LogView view, Texts texts) {
        this.view = view;
        this.texts = texts;
        this.json = new JsonWords(texts);
        this.units = new Units(texts.getLocale());
    }

    /** @param wanted characters a line has before it is wrapped; 0 for lines that are not wrapped */
    void wrap(int wanted) {
        if (columns != wanted) {
            columns = wanted;
            known.clear();
        }
    }

    /** Opens what is folded into an event in its place, or closes it. */
    void toggle(long id) {
        if (!opened.remove(id)) {
            opened.add(id);
        }
        known.remove(id);
    }

    boolean isOpen(long id) {
        return opened.contains(id);
    }

    int height(Row row) {
        return row instanceof Row.Event event ? lines(event).count() : 1;
    }

    RowLines lines(Row.Event event) {
        var before = known.get(event.id());
        if (before != null && before.folded() == event.folded() && before.length() == event.length()) {
            return before.lines();
        }
        var made = make(event);
        known.put(event.id(), new Known(event.folded(), event.length(), made));
        return made;
    }

    private RowLines make(Row.Event event) {
        var text = event.text();
        var several = event.folded() > 0 || hasMore(text);
        if (!several) {
            return new RowLines(message(text));
        }
        var whole = view.text(event.id()).orElse(text);
        var all = LogText.lines(whole, MOST_LINES + 1);
        var lines = new ArrayList<>(message(all.getFirst()));
        var rest = all.subList(1, all.size());
        if (rest.isEmpty()) {
            return new RowLines(lines);
        }
        var frames = rest.stream().filter(LogText::isFrame).count();
        var count = Math.max(event.folded(), LogText.count(whole) - 1);
        var chip = frames * 2 > rest.size()
                ? texts.get("logs.row.frames", units.count(count))
                : texts.get("logs.row.lines", units.count(count));
        if (!opened.contains(event.id())) {
            lines.add(new RowLines.Line(chip, LogText.line(rest.getFirst().strip()), true));
            return new RowLines(lines);
        }
        lines.add(new RowLines.Line(chip, "", true));
        rest.stream().limit(MOST_LINES).forEach(each -> wrapped("", LogText.line(each), true, lines));
        if (count > MOST_LINES) {
            lines.add(new RowLines.Line("", texts.get("logs.row.more", units.count(count - MOST_LINES)), true));
        }
        return new RowLines(lines);
    }

    private List<RowLines.Line> message(String raw) {
        var lines = new ArrayList<RowLines.Line>();
        var fields = json.of(raw);
        if (fields.isPresent()) {
            wrapped(fields.get().chip(), LogText.line(fields.get().text()), false, lines);
        } else {
            wrapped("", LogText.line(raw), false, lines);
        }
        return lines;
    }

    private void wrapped(String chip, String text, boolean quiet, List<RowLines.Line> into) {
        if (columns <= 0 || text.length() <= columns) {
            into.add(new RowLines.Line(chip, text, quiet));
            return;
        }
        var start = 0;
        while (start < text.length() && into.size() < MOST_LINES) {
            var end = Math.min(text.length(), start + columns);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            into.add(new RowLines.Line(start == 0 ? chip : "", text.substring(start, end), quiet));
            start = end;
        }
    }

    private static boolean hasMore(String text) {
        var end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.lastIndexOf('\n', end - 1) > 0;
    }
}
