package io.atalaya.ui.noc.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything lies, in px. Two axes at most: lines of a third unit are not drawn until one of the others is hidden.
 *
 * @param scales by unit, in the order left, right
 */
record ChartLayout(TimeScale time, Map<String, ValueScale> scales, double width, double height) {
    static final int AXES = 2;

    /** Sizes that follow the text: of one line of small text, and of one figure in it. */
    record Room(double line, double figure) {
        static final Room USUAL = new Room(16, 6.6);

        double axis() {
            return 10.5 * figure;
        }
    }

    ChartLayout {
        scales = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(scales));
    }

    /** @param hidden numbers of the lines that a person hid */
    static ChartLayout of(ChartPicture picture, java.util.Set<Integer> hidden, double width, double height, Room room) {
        var units = drawnUnits(picture, hidden);
        double left = units.isEmpty() ? room.figure() * 4 : room.axis();
        double right = width - (units.size() > 1 ? room.axis() : room.figure() * 2);
        var time = new TimeScale(
                picture.from().toEpochMilli(), picture.to().toEpochMilli(), left, Math.max(left + 1, right));
        double top = room.line() + 4;
        double bottom = Math.max(top + 1, height - room.line() - 6);
        var scales = new LinkedHashMap<String, ValueScale>();
        int steps = (int) Math.clamp(Math.round((bottom - top) / (2.6 * room.line())), 2, 6);
        for (var unit : units) {
            scales.put(unit, scale(picture, hidden, unit, time, steps, top, bottom));
        }
        return new ChartLayout(time, scales, width, height);
    }

    /** The first two units of the lines that are not hidden. */
    static List<String> drawnUnits(ChartPicture picture, java.util.Set<Integer> hidden) {
        var units = new ArrayList<String>();
        for (int i = 0; i < picture.series().size(); i++) {
            var unit = picture.series().get(i).unit();
            if (!hidden.contains(i) && !units.contains(unit) && units.size() < AXES) {
                units.add(unit);
            }
        }
        return units;
    }

    private static ValueScale scale(
            ChartPicture picture,
            java.util.Set<Integer> hidden,
            String unit,
            TimeScale time,
            int steps,
            double top,
            double bottom) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (var lines : List.of(picture.series(), picture.before())) {
            for (int i = 0; i < lines.size(); i++) {
                if (hidden.contains(i) || !lines.get(i).unit().equals(unit)) {
                    continue;
                }
                var found = lines.get(i).within(time.from(), time.to());
                least = Math.min(least, found.map(ChartSeries.Extremes::least).orElse(least));
                greatest = Math.max(
                        greatest, found.map(ChartSeries.Extremes::greatest).orElse(greatest));
            }
        }
        var limits = picture.limits().stream()
                .filter(it -> it.unit().equals(unit))
                .map(ChartPicture.Limit::value)
                .toList();
        return ValueScale.of(unit, least, greatest, limits, steps, top, bottom);
    }

    Optional<ValueScale> scale(ChartSeries series) {
        return Optional.ofNullable(scales.get(series.unit()));
    }

    /** Of the plot. */
    double top() {
        return scales.values().stream().findFirst().map(ValueScale::top).orElse(ChartLayout.Room.USUAL.line() + 4);
    }

    double bottom() {
        return scales.values().stream().findFirst().map(ValueScale::bottom).orElse(Math.max(21, height - 22));
    }
}
