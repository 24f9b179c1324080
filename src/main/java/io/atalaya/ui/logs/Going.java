package io.atalaya.ui.logs;

import io.atalaya.logs.ledger.Gap;

/** Ways of a reader to a place in its log. */
final class Going {
    private final Reader reader;

    Going(Reader reader) {
        this.reader = reader;
    }

    /** To a span and nothing else; {@link Span#ALL} ends that. */
    void brush(Span span) {
        reader.limit(span);
        if (!span.isAll()) {
            reader.model().scrollTo(0);
        }
    }

    void to(Pins.Pin pin) {
        choose(new RowKey(false, pin.id(), pin.at()));
    }

    void to(Gap gap) {
        choose(new RowKey(true, gap.id(), gap.from()));
    }

    /** To a moment, also where its rows come only later. */
    void to(long epochMilli) {
        reader.limit(Span.ALL);
        reader.rows().refresh();
        reader.model().holdAt(epochMilli);
    }

    private void choose(RowKey key) {
        reader.limit(Span.ALL);
        reader.rows().refresh();
        if (reader.rows().size() > 0) {
            reader.select(reader.rows().numberOf(key), false);
        }
    }
}
