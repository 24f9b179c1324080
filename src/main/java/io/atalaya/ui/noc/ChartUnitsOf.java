package io.atalaya.ui.noc;

import io.atalaya.noc.catalogue.Unit;

/** The units of items as charts know them. */
final class ChartUnitsOf {
    private ChartUnitsOf() {}

    static String unit(Unit unit) {
        return switch (unit) {
            case PERCENT -> "%";
            case BYTES -> "B";
            case BYTES_PER_SECOND -> "B/s";
            case PER_SECOND -> "/s";
            case MILLISECONDS -> "ms";
            case SECONDS -> "s";
            case DAYS -> "d";
            case COUNT, UP_DOWN, NONE, TEXT -> "";
        };
    }
}
