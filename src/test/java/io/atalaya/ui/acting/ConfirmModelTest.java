package io.atalaya.ui.acting;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.DatabaseSketch;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sheet asks for while it is open: the restoring of a database, of whose backups nobody has read anything. */
class ConfirmModelTest {
    private static final Set<Part<?>> DATABASES = Set.of(Parts.DATABASES);
    private static final Set<Part<?>> BACKUPS = Set.of(Parts.DATABASE_BACKUPS);

    @TempDir
    private Path folder;

    private final Contexts world = new Contexts();

    @BeforeEach
    void oneDatabase() {
        world.deployment.set(
                Sample.with(Sample.empty(), Parts.DATABASES, List.of(DatabaseSketch.database("ledger", it -> {}))));
    }

    private ConfirmModel restore() {
        var database = world.deployment.get().items(Parts.DATABASES).getFirst();
        var offer = ActsFor.of(database.ref(), world.deployment.get()).stream()
                .filter(it -> it.key().endsWith(".RestorePointInTime"))
                .findFirst()
                .orElseThrow();
        var model = new ConfirmModel(offer, new Desks(world, folder.resolve("j"), nothing()).runner, Operator.AT_ONCE);
        model.fill(model.values().with("id", "ledger-2"));
        return model;
    }

    private static LayoutMemory nothing() {
        return new LayoutMemory() {
            @Override
            public Optional<String> get(String key) {
                return Optional.empty();
            }

            @Override
            public void put(String key, String value) {}
        };
    }

    private static List<String> unknown(ConfirmModel model) {
        return Objects.requireNonNull(model.shown().get().preflight()).unknown();
    }

    @Test
    void whatAnEarlierMomentRestsOnIsAskedForWhenItIsTyped() {
        var model = restore();
        assertThat(unknown(model)).isEmpty();
        assertThat(world.asked).isEmpty();
        model.fill(model.values().with("moment", Instant.parse("2026-11-20T10:00:00Z")));
        assertThat(unknown(model)).containsExactly("database-backups");
        assertThat(world.asked).containsExactly(BACKUPS);
        model.fill(model.values().with("moment", Instant.parse("2026-11-20T10:00:01Z")));
        model.look();
        assertThat(world.asked).as("once, not at each key and each snapshot").containsExactly(BACKUPS);
    }

    @Test
    void whatGetsOldWhileTheSheetIsOpenIsAskedForAgain() {
        var model = restore();
        world.now.set(world.now.get().plus(Duration.ofMinutes(5)));
        model.look();
        assertThat(unknown(model)).containsExactly("databases");
        assertThat(world.asked).containsExactly(DATABASES);
    }
}
