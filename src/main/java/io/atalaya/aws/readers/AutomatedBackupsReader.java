package io.atalaya.aws.readers;

import io.atalaya.deployment.AutomatedBackup;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.model.DBInstanceAutomatedBackup;
import software.amazon.awssdk.services.rds.model.DBInstanceAutomatedBackupsReplication;

/** To which moments each database can be restored, and whether its automated backups go to another region too. */
final class AutomatedBackupsReader implements Reader<AutomatedBackup> {
    private final Clients clients;
    private final PageSize pageSize;

    AutomatedBackupsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<AutomatedBackup> source() {
        return new Source<>(
                Parts.DATABASE_BACKUPS,
                Set.of("rds:DescribeDBInstanceAutomatedBackups"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<AutomatedBackup>> page) {
        var pages =
                clients.rds().describeDBInstanceAutomatedBackupsPaginator(r -> r.maxRecords(pageSize.within(20, 100)));
        for (var answer : pages) {
            page.accept(answer.dbInstanceAutomatedBackups().stream()
                    .map(AutomatedBackupsReader::backup)
                    .toList());
        }
    }

    private static AutomatedBackup backup(DBInstanceAutomatedBackup b) {
        var window = b.restoreWindow();
        return new AutomatedBackup(
                Absent.text(b.dbInstanceIdentifier()),
                Absent.text(b.dbInstanceAutomatedBackupsArn()),
                Absent.text(b.status()),
                window == null ? null : window.earliestTime(),
                window == null ? null : window.latestTime(),
                Absent.number(b.backupRetentionPeriod()),
                Absent.yes(b.encrypted()),
                Absent.orNull(b.region()),
                Absent.texts(
                        b.dbInstanceAutomatedBackupsReplications(),
                        DBInstanceAutomatedBackupsReplication::dbInstanceAutomatedBackupsArn));
    }
}
