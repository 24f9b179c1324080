package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FlowLog;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What records the traffic of VPCs, subnets and interfaces. */
final class FlowLogsReader implements Reader<FlowLog> {
    private final Clients clients;
    private final PageSize pageSize;

    FlowLogsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<FlowLog> source() {
        return new Source<>(
                Parts.FLOW_LOGS, Set.of("ec2:DescribeFlowLogs"), Cadence.FIVE_MINUTES, Set.of(), Set.of(), true, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<FlowLog>> page) {
        var pages = clients.ec2().describeFlowLogsPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.flowLogs().stream().map(FlowLogsReader::log).toList());
        }
    }

    private static FlowLog log(software.amazon.awssdk.services.ec2.model.FlowLog f) {
        var tags = Ec2Tags.of(f.tags());
        return new FlowLog(
                Absent.text(f.flowLogId()),
                Absent.name(tags, f.flowLogId()),
                Absent.text(f.resourceId()),
                Absent.text(f.trafficTypeAsString()),
                Absent.text(f.flowLogStatus()),
                Absent.orNull(f.deliverLogsStatus()),
                Absent.orNull(Absent.text(f.logGroupName(), Absent.text(f.logDestination()))),
                tags);
    }
}
