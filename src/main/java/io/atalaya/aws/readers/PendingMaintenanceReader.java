package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PendingMaintenance;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.model.PendingMaintenanceAction;

/** What RDS is going to do to databases and clusters. */
final class PendingMaintenanceReader implements Reader<PendingMaintenance> {
    private final Clients clients;
    private final PageSize pageSize;

    PendingMaintenanceReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<PendingMaintenance> source() {
        return new Source<>(
                Parts.DATABASE_MAINTENANCE,
                Set.of("rds:DescribePendingMaintenanceActions"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<PendingMaintenance>> page) {
        var pages =
                clients.rds().describePendingMaintenanceActionsPaginator(r -> r.maxRecords(pageSize.within(20, 100)));
        for (var answer : pages) {
            page.accept(answer.pendingMaintenanceActions().stream()
                    .flatMap(of -> of.pendingMaintenanceActionDetails().stream()
                            .map(action -> pending(Absent.text(of.resourceIdentifier()), action)))
                    .toList());
        }
    }

    private static PendingMaintenance pending(String arn, PendingMaintenanceAction a) {
        return new PendingMaintenance(
                arn,
                Absent.text(a.action()),
                Absent.orNull(a.description()),
                a.autoAppliedAfterDate(),
                a.forcedApplyDate(),
                a.currentApplyDate(),
                Absent.orNull(a.optInStatus()));
    }
}
