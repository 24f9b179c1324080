package io.atalaya.ui.databases;

import io.atalaya.deployment.State;
import io.atalaya.deployment.databases.DatabaseView;
import io.atalaya.deployment.databases.Growth;
import io.atalaya.deployment.databases.StorageOutlook;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What is said about the storage of a database: how much, until when, and on what data that rests. */
final class StorageTexts {
    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration NOW = Duration.ofDays(1);

    private final Texts texts;
    private final Units units;
    private final DateTimeFormatter day;

    StorageTexts(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        this.day = DateTimeFormatter.ofPattern("d MMM uuuu", texts.getLocale()).withZone(zone);
    }

    String used(StorageOutlook storage) {
        var used = storage.usedGib();
        if (used == null) {
            return texts.get("databases.storage.notMeasured");
        }
        return storage.usedShare()
                .map(share ->
                        texts.get("databases.storage.used", units.gib(used), units.percent(Math.floor(share * 100))))
                .orElseGet(() -> texts.get("databases.storage.usedShared", units.gib(used)));
    }

    String allocated(StorageOutlook storage) {
        return storage.shared()
                ? texts.get("databases.storage.shared")
                : texts.get("databases.storage.allocated", units.gib(storage.allocatedGib()));
    }

    String maximum(StorageOutlook storage) {
        if (storage.shared()) {
            return "";
        }
        var maximum = storage.maximumGib();
        if (maximum == null) {
            return texts.get("databases.storage.noMaximum");
        }
        return texts.get(
                storage.autoscales() ? "databases.storage.maximum" : "databases.storage.maximumReached",
                units.gib(maximum));
    }

    /** When room is added and when it is full; what is not known is said too. */
    String forecast(DatabaseView view, Instant now) {
        var storage = view.storage();
        var growth = storage.growth();
        if (view.isFull()) {
            return texts.get("databases.forecast.now");
        }
        if (storage.usedGib() == null) {
            return texts.get("databases.forecast.notMeasured");
        }
        if (growth == null) {
            return texts.get("databases.forecast.tooShort");
        }
        if (storage.stands()) {
            return texts.get("databases.forecast.stands");
        }
        var rate = units.gib(growth.gibPerDay());
        if (growth.pace() == Growth.Pace.SUDDEN) {
            return texts.get(
                    "databases.forecast.sudden",
                    storage.untilFull().map(Durations::words).orElse("-"),
                    units.gib(growth.gibPerDay() / 24));
        }
        var parts = new ArrayList<String>();
        storage.untilGrowth()
                .ifPresent(left -> parts.add(texts.get(
                        "databases.forecast.grows",
                        units.gib(storage.growsAtGib().orElse(0.0)),
                        Durations.words(left),
                        rate)));
        storage.untilFull()
                .ifPresent(left -> parts.add(texts.get(
                        storage.untilGrowth().isPresent() ? "databases.forecast.full" : "databases.forecast.fullAt",
                        Durations.words(left),
                        day.format(now.plus(left)),
                        rate)));
        if (parts.isEmpty()) {
            parts.add(texts.get("databases.forecast.rate", rate));
        }
        return String.join(" · ", parts);
    }

    /** On how much data the forecast rests. */
    String basis(StorageOutlook storage) {
        var growth = storage.growth();
        return growth == null
                ? ""
                : texts.get(
                        "databases.basis." + growth.pace(),
                        Durations.words(growth.over()),
                        units.count(growth.points()));
    }

    /** Whether there is a forecast at all. */
    static boolean isForecast(StorageOutlook storage) {
        return storage.usedGib() != null && storage.growth() != null && !storage.stands();
    }

    /** How bad the forecast is; null where there is nothing to call out. */
    static @Nullable State state(DatabaseView view) {
        if (view.isFull()) {
            return State.FAILED;
        }
        var left = view.storage().untilFull().orElse(null);
        if (left == null || left.compareTo(SOON) >= 0) {
            return null;
        }
        return left.compareTo(NOW) < 0 ? State.FAILED : State.DEGRADED;
    }
}
