package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;

/** {@code 4 of 1 204}, where an error is chosen; how many there are else. */
final class ErrorPosition {
    private final Reader reader;
    private final Texts texts;
    private final Units units;

    ErrorPosition(Reader reader, Texts texts) {
        this.reader = reader;
        this.texts = texts;
        this.units = new Units(texts.getLocale());
    }

    String words() {
        var errors = reader.counts()[Level.ERROR.ordinal()];
        var chosen = reader.chosen();
        if (chosen.isEmpty() || chosen.get().level() != Level.ERROR) {
            return errors == 0 ? texts.get("logs.errors.none") : texts.get("logs.errors", units.count(errors));
        }
        var from = Math.max(
                reader.rows().span().from(),
                reader.view().span().map(it -> it[0]).orElse(0L));
        var before =
                reader.view().histogram(from, Math.max(from + 1, chosen.get().at() + 1), 1)[0];
        return texts.get("logs.errors.of", units.count(before[Level.ERROR.ordinal()]), units.count(errors));
    }
}
