package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.view.Row;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What rows say in the reader's language. */
final class RowWords {
    private final Texts texts;
    private final Units units;
    private final Map<Level, String> levels = new EnumMap<>(Level.class);

    RowWords(Texts texts) {
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        for (var level : Level.values()) {
            levels.put(level, texts.get("logs.level." + level.name().toLowerCase(Locale.ROOT)));
        }
    }

    String level(Level level) {
        return levels.getOrDefault(level, "");
    }

    /** Letters of the longest word. */
    int widest() {
        return levels.values().stream().mapToInt(String::length).max().orElse(0);
    }

    String cause(Cause cause) {
        return texts.get("logs.cause." + cause.name().toLowerCase(Locale.ROOT));
    }

    /** {@code 15.8 s}. */
    String length(Gap gap) {
        var millis = Math.max(0, gap.to() - gap.from());
        return millis < 60_000
                ? units.number(millis / 1000.0) + " s"
                : io.atalaya.ui.common.Durations.words(Duration.ofMillis(millis));
    }

    /** {@code Gap 13:58:52.114 to 13:59:07.930}. */
    String title(Gap gap, Clock clock) {
        return gap.state() == Gap.State.OPEN
                ? texts.get("logs.gap.open", clock.time(gap.from()))
                : texts.get("logs.gap.title", clock.time(gap.from()), clock.time(gap.to()));
    }

    /** {@code connection lost, 15.8 s}. */
    String why(Gap gap) {
        var detail = gap.detail();
        var words = cause(gap.cause()) + " · " + length(gap);
        return detail == null ? words : words + " · " + LogText.line(detail);
    }

    /** {@code recovered 812}. */
    String recovered(Gap gap) {
        return gap.recovered() == 0 ? "" : texts.get("logs.gap.recovered", units.count(gap.recovered()));
    }

    /** {@code in doubt 9}, or what state it is in; empty where nothing is missing. */
    String standing(Gap gap) {
        var doubt = gap.doubt();
        if (doubt != null && doubt > 0) {
            return texts.get("logs.gap.doubt", units.count(doubt));
        }
        return texts.get("logs.gap.state." + gap.state().name().toLowerCase(Locale.ROOT));
    }

    /** The whole row, for who cannot see it: {@code 13:58:40.112 error sys kernel: ...}. */
    String spoken(Row row, Clock clock, GroupNames names, Places places) {
        return switch (row) {
            case Row.Event it ->
                clock.time(it.at()) + " " + level(it.level()) + " " + names.of(it.group()) + " "
                        + places.of(it.stream()) + " "
                        + LogText.line(LogText.lines(it.text(), 1).getFirst());
            case Row.Missing it ->
                title(it.gap(), clock) + " " + names.of(it.gap().group()) + " " + why(it.gap()) + " "
                        + recovered(it.gap()) + " " + standing(it.gap());
        };
    }
}
