package io.atalaya.aws.readers;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseParameter;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ParameterGroupUse;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DbParameterGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.Parameter;

/**
 * How many connections each parameter group in use allows. A group has hundreds of parameters: RDS is asked for the one by its
 * name, and an endpoint that does not know that filter sends all.
 */
final class DatabaseParametersReader implements Reader<DatabaseParameter> {
    private static final String WANTED = "max_connections";

    private final Clients clients;
    private final PageSize pageSize;
    private final FanOut fanOut;

    DatabaseParametersReader(Clients clients, PageSize pageSize, FanOut fanOut) {
        this.clients = clients;
        this.pageSize = pageSize;
        this.fanOut = fanOut;
    }

    Source<DatabaseParameter> source() {
        return new Source<>(
                Parts.DATABASE_PARAMETERS,
                Set.of("rds:DescribeDBParameters"),
                Cadence.FIVE_MINUTES,
                Set.of(Parts.DATABASES),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<DatabaseParameter>> page) throws Exception {
        var groups = known.items(Parts.DATABASES).stream()
                .flatMap(DatabaseParametersReader::groups)
                .distinct()
                .sorted()
                .toList();
        var gathered = new Gathered<String, DatabaseParameter>(page);
        fanOut.ask(groups, this::ofGroup, gathered);
        gathered.finish(known.items(Parts.DATABASE_PARAMETERS), DatabaseParameter::group);
    }

    private static Stream<String> groups(Database database) {
        return database.settings().parameterGroups().stream().map(ParameterGroupUse::name);
    }

    private List<DatabaseParameter> ofGroup(String group) {
        try {
            return clients
                    .rds()
                    .describeDBParametersPaginator(r -> r.dbParameterGroupName(group)
                            .filters(f -> f.name("parameter-name").values(WANTED))
                            .maxRecords(pageSize.within(20, 100)))
                    .parameters()
                    .stream()
                    .filter(p -> WANTED.equals(p.parameterName()))
                    .map(p -> parameter(group, p))
                    .toList();
        } catch (DbParameterGroupNotFoundException deletedMeanwhile) {
            return List.of();
        }
    }

    private static DatabaseParameter parameter(String group, Parameter p) {
        return new DatabaseParameter(
                group,
                Absent.text(p.parameterName()),
                Absent.orNull(p.parameterValue()),
                Absent.text(p.source()),
                Absent.orNull(p.applyType()));
    }
}
