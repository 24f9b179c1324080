package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.Tag;

/** NFS file systems. Their size is eventually consistent over hours and carries EFS's own time. */
final class FileSystemsReader implements Reader<FileSystem> {
    private final Clients clients;
    private final PageSize pageSize;

    FileSystemsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<FileSystem> source() {
        return new Source<>(
                Parts.FILE_SYSTEMS,
                Set.of("elasticfilesystem:DescribeFileSystems"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<FileSystem>> page) {
        for (var answer : clients.efs().describeFileSystemsPaginator(r -> r.maxItems(pageSize.within(1, 100)))) {
            page.accept(answer.fileSystems().stream()
                    .map(FileSystemsReader::fileSystem)
                    .toList());
        }
    }

    private static FileSystem fileSystem(FileSystemDescription f) {
        var size = f.sizeInBytes();
        return new FileSystem(
                Absent.text(f.fileSystemId()),
                Absent.text(f.fileSystemArn()),
                Absent.text(f.name(), Absent.text(f.fileSystemId())),
                Absent.text(f.lifeCycleStateAsString()),
                size == null ? 0 : Absent.number(size.value()),
                size == null ? null : size.timestamp(),
                size == null ? 0 : Absent.number(size.valueInStandard()),
                size == null ? 0 : Absent.number(size.valueInIA()),
                size == null ? 0 : Absent.number(size.valueInArchive()),
                Absent.text(f.performanceModeAsString()),
                Absent.text(f.throughputModeAsString()),
                f.provisionedThroughputInMibps(),
                Absent.yes(f.encrypted()),
                f.creationTime(),
                Absent.tags(f.tags(), Tag::key, Tag::value));
    }
}
