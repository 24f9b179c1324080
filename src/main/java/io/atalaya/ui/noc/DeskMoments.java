package io.atalaya.ui.noc;

import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Until when something may be put aside or muted. */
final class DeskMoments {
    private static final List<Duration> SPANS =
            List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final ViewContext context;
    private final DateTimeFormatter day;

    DeskMoments(ViewContext context) {
        this.context = context;
        this.day = DateTimeFormatter.ofPattern("d MMM HH:mm", context.texts().getLocale())
                .withZone(context.zone());
    }

    /** @param until empty: until somebody takes it back */
    record Moment(String words, Optional<Instant> until) {}

    /** Moments that come by themselves. */
    List<Moment> coming() {
        var now = context.now().getValue();
        var texts = context.texts();
        var moments = new ArrayList<Moment>();
        SPANS.forEach(it ->
                moments.add(new Moment(texts.get("noc.desk.for", Durations.words(it)), Optional.of(now.plus(it)))));
        var morning = now.atZone(context.zone()).with(MORNING);
        var next = morning.toInstant().isAfter(now) ? morning : morning.plusDays(1);
        moments.add(new Moment(texts.get("noc.desk.untilMorning", day.format(next)), Optional.of(next.toInstant())));
        return moments;
    }

    /** These, and no end at all. */
    List<Moment> comingOrNever() {
        var moments = coming();
        moments.add(new Moment(context.texts().get("noc.desk.untilUnmuted"), Optional.empty()));
        return moments;
    }
}
