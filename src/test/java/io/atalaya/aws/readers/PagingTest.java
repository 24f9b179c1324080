package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.sandbox.server.route.AwsService;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PagingTest {
    @Test
    void smallPagesGiveTheSameDeployment() {
        try (var large = new Wire(PageSize.LARGEST).readAll();
                var small = new Wire(new PageSize(1)).readAll()) {
            assertThat(small.failing()).isEmpty();
            for (var part : Parts.all()) {
                if (part.equals(Parts.SCALING_ACTIVITIES) || part.equals(Parts.METRICS)) {
                    continue;
                }
                assertThat(List.<Object>copyOf(small.items(part))).as(part.id()).hasSameElementsAs(large.items(part));
            }
            assertThat(small.sandbox.requests().count(AwsService.ROUTE_53, "ListResourceRecordSets"))
                    .isEqualTo(8);
            assertThat(Objects.requireNonNull(small.observed(Parts.IMAGES).value())
                            .pages())
                    .isGreaterThan(1);
        }
    }
}
