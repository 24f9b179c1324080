package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Log groups, with how long they keep what they have. */
final class LogGroupsReader implements Reader<LogGroup> {
    private final Clients clients;
    private final PageSize pageSize;

    LogGroupsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<LogGroup> source() {
        return new Source<>(
                Parts.LOG_GROUPS,
                Set.of("logs:DescribeLogGroups"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<LogGroup>> page) {
        for (var answer : clients.logs().describeLogGroupsPaginator(r -> r.limit(pageSize.within(1, 50)))) {
            page.accept(answer.logGroups().stream().map(LogGroupsReader::group).toList());
        }
    }

    private static LogGroup group(software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup g) {
        var name = Absent.text(g.logGroupName());
        return new LogGroup(
                name,
                Absent.text(g.arn(), name),
                g.retentionInDays(),
                g.storedBytes() == null ? 0 : g.storedBytes(),
                g.creationTime() == null ? null : Instant.ofEpochMilli(g.creationTime()));
    }
}
