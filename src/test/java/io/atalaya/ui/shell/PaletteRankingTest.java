package io.atalaya.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PaletteRankingTest {
    private static final PaletteEntry WEB = resource("ChOp-web", "arn:aws:…:targetgroup/ChOp-web/6d0e");
    private static final PaletteEntry AUTO = resource("AUTOChOp", "i-0f3d8a6617be2c904", "10.20.1.57", "role=worker");
    private static final PaletteEntry BASE = resource("Base ChOp", "i-08c25e9d4ab34ff", "10.20.0.12");
    private static final PaletteEntry COMPUTE =
            new PaletteEntry("View", "Compute", "", List.of(), null, new PaletteEntry.Goal.ShowView("compute"));
    private static final List<PaletteEntry> ALL = List.of(WEB, AUTO, BASE, COMPUTE);

    private static PaletteEntry resource(String name, String... words) {
        return new PaletteEntry(
                "Instance",
                name,
                words[0],
                List.of(words),
                null,
                new PaletteEntry.Goal.Reveal(new ResourceRef(ResourceType.INSTANCE, words[0])));
    }

    private static List<PaletteEntry> find(String query) {
        return PaletteRanking.find(query, ALL, 10);
    }

    @Test
    void findsByNameIdAddressAndTag() {
        assertThat(find("AUTOChOp")).startsWith(AUTO);
        assertThat(find("2c904")).containsExactly(AUTO);
        assertThat(find("10.20.1.57")).containsExactly(AUTO);
        assertThat(find("role=worker")).containsExactly(AUTO);
        assertThat(find("targetgroup/chop-web")).containsExactly(WEB);
    }

    @Test
    void aBeginningCountsMoreThanAMiddle() {
        assertThat(find("chop").getFirst()).isEqualTo(WEB);
        assertThat(find("chop").getLast()).isEqualTo(AUTO);
    }

    @Test
    void everyWordMustOccur() {
        assertThat(find("base chop")).containsExactly(BASE);
        assertThat(find("base nothing")).isEmpty();
    }

    @Test
    void nothingTypedOffersViewsAndActions() {
        assertThat(find("  ")).containsExactly(COMPUTE);
    }

    @Property
    void whatAThingIsCalledAlwaysFindsIt(@ForAll @AlphaChars @StringLength(min = 1, max = 12) String name) {
        var entry = resource(name, "i-1");
        assertThat(PaletteRanking.find(name, List.of(WEB, AUTO, entry), 10)).contains(entry);
    }
}
