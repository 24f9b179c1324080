package io.atalaya.ui.noc;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.catalogue.Unit;
import io.atalaya.noc.items.ItemTile;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Looked;
import io.atalaya.noc.items.Place;
import io.atalaya.noc.items.Reading;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TileTextsTest {
    private static final Instant NOW = Instant.parse("2026-03-03T14:00:20Z");
    private final TileTexts texts = new TileTexts(new Texts(Locale.ENGLISH, DeskRowsTest.BUNDLES));

    /** A healthy neighbour does not make a silent host healthy. */
    @Test
    void theTileOfAllIsNotWellWhileAPlaceIsSilent() {
        var well = reading("i-1", 50.0, Level.OK, null);
        var silent = reading("i-2", null, Level.NO_DATA, Looked.Why.NO_POINTS);
        var absent = reading("i-2", null, Level.NO_DATA, Looked.Why.NOT_PUBLISHED);
        var bad = reading("i-3", 99.0, Level.CRITICAL, null);

        assertThat(tile(null, well, silent).level()).isEqualTo(Level.UNKNOWN);
        assertThat(tile(null, well, silent).place()).isEqualTo("1 of 2 silent");
        assertThat(tile(null, well, silent).figure().toString()).contains("50");
        assertThat(tile(well.place(), well, silent).level()).isEqualTo(Level.OK);
        assertThat(tile(null, well, absent).level()).isEqualTo(Level.OK);
        assertThat(tile(null, bad, silent).level()).isEqualTo(Level.CRITICAL);
    }

    private TileText tile(@Nullable Place place, Reading... readings) {
        var item = CatalogueFile.shipped().item("memory").orElseThrow();
        return texts.of(new ItemTile(item, readings[0], Arrays.asList(readings)), place, reading -> Optional.empty());
    }

    private static Reading reading(String id, @Nullable Double value, Level level, Looked.@Nullable Why why) {
        var source =
                CatalogueFile.shipped().item("memory").orElseThrow().sources().getFirst();
        return new Reading(
                "memory",
                new Place(PlaceKind.INSTANCE, new ResourceRef(ResourceType.INSTANCE, id), id, null),
                level,
                value,
                Unit.PERCENT,
                null,
                null,
                Threshold.NONE,
                value == null ? null : NOW,
                Duration.ofMinutes(1),
                List.of(),
                false,
                null,
                why == null ? List.of() : List.of(new Looked(source, id, why, null, null)));
    }
}
