package io.atalaya.aws.readers;

import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.model.Event;

/** What RDS reports of instances, snapshots and clusters: the 14 days it keeps. */
final class DatabaseEventsReader implements Reader<DatabaseEvent> {
    private static final Duration KEPT = Duration.ofDays(14);

    private final Clients clients;
    private final PageSize pageSize;

    DatabaseEventsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<DatabaseEvent> source() {
        return new Source<>(
                Parts.DATABASE_EVENTS, Set.of("rds:DescribeEvents"), Cadence.MINUTE, Set.of(), Set.of(), true, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<DatabaseEvent>> page) {
        var pages = clients.rds()
                .describeEventsPaginator(r -> r.duration((int) KEPT.toMinutes()).maxRecords(pageSize.within(20, 100)));
        for (var answer : pages) {
            page.accept(
                    answer.events().stream().map(DatabaseEventsReader::event).toList());
        }
    }

    private static DatabaseEvent event(Event e) {
        return new DatabaseEvent(
                Absent.text(e.sourceIdentifier()),
                Absent.text(e.sourceTypeAsString()),
                e.date() == null ? Instant.EPOCH : e.date(),
                e.eventCategories(),
                Absent.text(e.message()));
    }
}
