package io.atalaya.operate.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseStatesTest {
    private static Deployment with(Database database) {
        return Deployment.empty("us-east-1", null)
                .with(
                        Parts.DATABASES,
                        Observed.of(
                                Listing.complete(List.of(database)),
                                Instant.parse("2026-11-18T15:00:00Z"),
                                Duration.ofSeconds(30)));
    }

    private static Settling.Phase phase(Operation act, String before, String now) {
        var look = act.settling().look();
        return look.at(with(Sample.database("db-1", before)), with(Sample.database("db-1", now)))
                .phase();
    }

    @Test
    void whatWasFullBeforeIsNoFailureOfTheActThatMendsIt() {
        var grow = new ModifyAllocatedStorage("db-1", 60_000, true);
        assertThat(phase(grow, "storage-full", "storage-full")).isEqualTo(Settling.Phase.UNDER_WAY);
        assertThat(phase(grow, "storage-full", "modifying")).isEqualTo(Settling.Phase.UNDER_WAY);
        assertThat(phase(grow, "available", "storage-full")).isEqualTo(Settling.Phase.FAILED);
        assertThat(phase(grow, "storage-full", "incompatible-parameters")).isEqualTo(Settling.Phase.FAILED);
    }

    @Test
    void aLimitIsSetWhileTheStorageIsFull() {
        var it = Sample.database("db-1", "storage-full");
        var set = it.maxAllocatedGib();
        int limit = set == null ? it.allocatedGib() : set;
        var act = new ModifyMaximumStorage("db-1", limit);
        assertThat(phase(act, "storage-full", "storage-full")).isEqualTo(Settling.Phase.DONE);
        assertThat(phase(new ModifyMaximumStorage("db-1", limit + 1), "storage-full", "storage-full"))
                .isEqualTo(Settling.Phase.UNDER_WAY);
    }
}
