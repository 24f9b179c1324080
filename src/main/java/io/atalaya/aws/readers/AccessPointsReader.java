package io.atalaya.aws.readers;

import io.atalaya.deployment.AccessPoint;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.efs.model.AccessPointDescription;

/** Access points of all file systems of the region, in one call for every hundred. */
final class AccessPointsReader implements Reader<AccessPoint> {
    private final Clients clients;
    private final PageSize pageSize;

    AccessPointsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<AccessPoint> source() {
        return new Source<>(
                Parts.ACCESS_POINTS,
                Set.of("elasticfilesystem:DescribeAccessPoints"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<AccessPoint>> page) {
        for (var answer : clients.efs().describeAccessPointsPaginator(r -> r.maxResults(pageSize.within(1, 100)))) {
            page.accept(answer.accessPoints().stream()
                    .map(AccessPointsReader::accessPoint)
                    .toList());
        }
    }

    private static AccessPoint accessPoint(AccessPointDescription a) {
        var user = a.posixUser();
        var root = a.rootDirectory();
        return new AccessPoint(
                Absent.text(a.accessPointId()),
                Absent.text(a.fileSystemId()),
                Absent.text(a.name(), Absent.text(a.accessPointId())),
                Absent.text(a.lifeCycleStateAsString()),
                Absent.text(root == null ? null : root.path(), "/"),
                user == null ? null : user.uid(),
                user == null ? null : user.gid());
    }
}
