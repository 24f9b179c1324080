package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScheduledEvent;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.InstanceStatusSummary;

/** Status checks and scheduled events of running instances; EC2 checks every minute. */
final class InstanceChecksReader implements Reader<InstanceCheck> {
    private final Clients clients;
    private final PageSize pageSize;
    private final PageMemory<InstanceCheck> memory = new PageMemory<>();

    InstanceChecksReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<InstanceCheck> source() {
        return new Source<>(
                Parts.INSTANCE_CHECKS,
                Set.of("ec2:DescribeInstanceStatus"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<InstanceCheck>> page) {
        var reading = memory.begin();
        var pages = clients.ec2().describeInstanceStatusPaginator(r -> r.maxResults(pageSize.within(5, 1000))
                .overrideConfiguration(reading::remember));
        reading.read(
                pages,
                answer -> answer.instanceStatuses().stream()
                        .map(InstanceChecksReader::check)
                        .toList(),
                answer -> answer.nextToken(),
                page);
    }

    private static InstanceCheck check(InstanceStatus status) {
        return new InstanceCheck(
                Absent.text(status.instanceId()),
                word(status.systemStatus()),
                word(status.instanceStatus()),
                status.events().stream()
                        .map(e -> new ScheduledEvent(
                                Absent.text(e.codeAsString()),
                                Absent.text(e.description()),
                                e.notBefore(),
                                e.notAfter()))
                        .toList());
    }

    private static String word(@Nullable InstanceStatusSummary summary) {
        return summary == null ? "" : Absent.text(summary.statusAsString());
    }
}
