package io.atalaya.aws.readers;

import io.atalaya.deployment.DatabaseAuthority;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The certificate authorities of RDS in this region. */
final class DatabaseAuthoritiesReader implements Reader<DatabaseAuthority> {
    private final Clients clients;
    private final PageSize pageSize;

    DatabaseAuthoritiesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<DatabaseAuthority> source() {
        return new Source<>(
                Parts.DATABASE_AUTHORITIES,
                Set.of("rds:DescribeCertificates"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<DatabaseAuthority>> page) {
        for (var answer : clients.rds().describeCertificatesPaginator(r -> r.maxRecords(pageSize.within(20, 100)))) {
            page.accept(answer.certificates().stream()
                    .map(c ->
                            new DatabaseAuthority(Absent.text(c.certificateIdentifier()), c.validFrom(), c.validTill()))
                    .toList());
        }
    }
}
