package io.atalaya.deployment.compute;

import static io.atalaya.deployment.CheckopSample.days;
import static io.atalaya.deployment.CheckopSample.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Image;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFamiliesTest {
    @ParameterizedTest
    @CsvSource({
        "ChOp-2026-11-23, chop",
        "ChOp-20261123T101500Z, chop",
        "ChOp-web-v12, chop-web",
        "citsmart_1.4.2, citsmart",
        "ChOp, chop",
        "v2, ''",
        "2026-11-23, ''",
    })
    void theStemIsTheNameWithoutItsEndingVersion(String name, String stem) {
        assertThat(ImageFamilies.stem(name)).isEqualTo(stem);
    }

    @Test
    void imagesOfAnotherOwnerAreNoFamily() {
        var mine = image("ami-1", "base-1", null, null, days(2));
        var theirs = new Image(
                "ami-2",
                "base-2",
                null,
                "available",
                "999",
                null,
                null,
                days(1),
                null,
                null,
                List.of(),
                java.util.Map.of());
        assertThat(new ImageFamilies(List.of(mine, theirs)).newerThan(mine)).isEmpty();
    }

    @Test
    void anImageThatIsNotAvailableIsNoSuccessor() {
        var old = image("ami-1", "base-1", null, null, days(2));
        var pending = new Image(
                "ami-2",
                "base-2",
                null,
                "pending",
                old.ownerId(),
                null,
                null,
                days(1),
                null,
                null,
                List.of(),
                java.util.Map.of());
        assertThat(new ImageFamilies(List.of(old, pending)).newerThan(old)).isEmpty();
    }

    @Property
    void exactlyTheYoungestOfAFamilyHasNoneNewer(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 1000) Integer> ages) {
        var images = ages.stream()
                .distinct()
                .map(age -> image("ami-" + age, "ChOp-" + age, "i-base", null, days(age)))
                .toList();
        var families = new ImageFamilies(images);
        assertThat(images.stream().filter(each -> families.newerThan(each).isEmpty()))
                .hasSize(1);
        var youngest = images.stream()
                .mapToInt(each -> Integer.parseInt(each.id().substring(4)))
                .min()
                .orElseThrow();
        assertThat(families.newerThan(images.getFirst())
                        .map(Image::id)
                        .orElse(images.getFirst().id()))
                .isEqualTo("ami-" + youngest);
    }
}
