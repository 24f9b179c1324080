package io.atalaya.deployment.files;

import io.atalaya.deployment.AccessPoint;
import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.FilePolicies;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one file system.
 *
 * @param sizes total size over the last two weeks, oldest first
 * @param growth null where the sizes reach over less than two days
 * @param plannedBytes null where no tag names a planned size
 * @param throughput metered bytes a second
 * @param permitted bytes a second that EFS permits now; null where CloudWatch has none
 * @param use per cent of the permitted throughput
 * @param credits null unless it is in bursting mode
 * @param ioLimit per cent of what general purpose mode can do; without value in max I/O mode, which has no such limit
 * @param clients open NFS connections
 * @param points its access points
 * @param policies null where they were not read
 * @param remarks worst first
 */
public record FileSystemFacts(
        FileSystem files,
        List<MetricPoint> sizes,
        @Nullable Growth growth,
        @Nullable Double plannedBytes,
        Forecast forecast,
        Gauge throughput,
        @Nullable Double permitted,
        Gauge use,
        @Nullable Credits credits,
        Gauge ioLimit,
        Gauge clients,
        List<MountFacts> mounts,
        List<AccessPoint> points,
        @Nullable FilePolicies policies,
        List<Remark> remarks) {
    public FileSystemFacts {
        sizes = List.copyOf(sizes);
        mounts = List.copyOf(mounts);
        points = List.copyOf(points);
        remarks = List.copyOf(remarks);
    }

    FileSystemFacts with(List<Remark> more) {
        return new FileSystemFacts(
                files,
                sizes,
                growth,
                plannedBytes,
                forecast,
                throughput,
                permitted,
                use,
                credits,
                ioLimit,
                clients,
                mounts,
                points,
                policies,
                more);
    }

    /** EFS's own state; where that is good, the worst remark that needs attention changes the shape, not the word. */
    public Condition condition() {
        var own = Conditions.of(files);
        var worst = remarks.stream()
                .map(Remark::state)
                .filter(state -> state == State.FAILED || state == State.DEGRADED)
                .max(State::compareTo)
                .orElse(State.HEALTHY);
        return own.state() == State.HEALTHY ? new Condition(worst, own.word(), own.detail()) : own;
    }
}
