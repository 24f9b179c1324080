package io.atalaya.ui.common;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/** Times and ages as they are written on screen: local time of the zone, ages beside them. */
public final class Ages {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(java.time.ZoneOffset.UTC);

    private final Texts texts;
    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final DateTimeFormatter thisYear;
    private final DateTimeFormatter offset;

    public Ages(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", texts.getLocale()).withZone(zone);
        this.day = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", texts.getLocale())
                .withZone(zone);
        this.thisYear =
                DateTimeFormatter.ofPattern("d MMM HH:mm", texts.getLocale()).withZone(zone);
        this.offset = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", texts.getLocale())
                .withZone(zone);
    }

    /** {@code 14:03:10} today, {@code 23 Nov 18:20} this year, {@code 3 Mar 2025 09:31} before. */
    public String time(Instant when, Instant now) {
        var there = when.atZone(zone);
        var here = now.atZone(zone);
        if (there.toLocalDate().equals(here.toLocalDate())) {
            return time.format(when);
        }
        return there.getYear() == here.getYear() ? thisYear.format(when) : day.format(when);
    }

    /** {@code 14:03:10}, whatever the day. */
    public String clock(Instant when) {
        return time.format(when);
    }

    /** Both clocks, for hovering: {@code 2026-11-24 14:03:10 -05:00} and the same in UTC. */
    public String exact(Instant when) {
        return offset.format(when) + "\n" + UTC.format(when);
    }

    /** How long ago: {@code 4 min 25 s}. */
    public String ago(Instant when, Instant now) {
        return Durations.words(Duration.between(when, now));
    }

    /**
     * {@code as of 14:03:10 · 27 s}, {@code last known · 5 min 7 s}, {@code never read}; {@code arriving · 3,000 so far} while
     * only the first pages are there.
     */
    public String full(Observed<?> observed, Instant now) {
        var asked = observed.askedAt();
        if (asked == null) {
            return texts.get("common.age.never");
        }
        if (isArriving(observed) && observed.value() instanceof Listing<?> listing) {
            return texts.get(
                    "common.age.arriving",
                    NumberFormat.getIntegerInstance(texts.getLocale())
                            .format(listing.items().size()));
        }
        return observed.freshness(now) == Freshness.LAST_KNOWN
                ? texts.get("common.age.lastKnown", ago(asked, now))
                : texts.get("common.age.asOf", time(asked, now), ago(asked, now));
    }

    /** {@code 27 s}, or {@code never read}, or {@code arriving}. */
    public String brief(Observed<?> observed, Instant now) {
        var asked = observed.askedAt();
        if (asked == null) {
            return texts.get("common.age.never");
        }
        return isArriving(observed) ? texts.get("common.age.arriving.brief") : ago(asked, now);
    }

    /** Whether the list is not all there yet: its first pages are shown, and more are on their way. */
    public static boolean isArriving(Observed<?> observed) {
        return observed.problem() == null && observed.value() instanceof Listing<?> listing && !listing.complete();
    }

    /** The part that can be trusted least: what a panel made of several parts must show as its age. */
    public static Observed<?> leastCurrent(Deployment deployment, Collection<? extends Part<?>> parts, Instant now) {
        Observed<?> worst = null;
        for (var part : parts) {
            var each = deployment.observed(part);
            if (worst == null || isLessCurrent(each, worst, now)) {
                worst = each;
            }
        }
        return worst == null ? Observed.never(Duration.ZERO) : worst;
    }

    private static boolean isLessCurrent(Observed<?> one, Observed<?> other, Instant now) {
        int order = one.freshness(now).compareTo(other.freshness(now));
        if (order != 0) {
            return order > 0;
        }
        if (isArriving(one) != isArriving(other)) {
            return isArriving(one);
        }
        var asked = one.askedAt();
        var than = other.askedAt();
        return asked != null && than != null && asked.isBefore(than);
    }
}
