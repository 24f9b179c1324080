package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;

/** The images of this account, and those of others that something here was, or will be, started from. */
final class ImagesReader implements Reader<Image> {
    /** EC2's limit for the values of one filter. */
    private static final int VALUES_OF_A_FILTER = 200;

    private final Clients clients;
    private final PageSize pageSize;

    ImagesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<Image> source() {
        return new Source<>(
                Parts.IMAGES,
                Set.of("ec2:DescribeImages"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(Parts.INSTANCES, Parts.LAUNCH_TEMPLATES),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<Image>> page) {
        var read = new HashSet<String>();
        ask(r -> r.owners("self"), read, page);
        var others = new TreeSet<>(referenced(known));
        others.removeAll(read);
        for (var from = others; !from.isEmpty(); ) {
            var some = from.stream().limit(VALUES_OF_A_FILTER).toList();
            // a filter, because an image that was deregistered would fail the whole call as a parameter
            ask(r -> r.filters(f -> f.name("image-id").values(some)), read, page);
            some.forEach(from::remove);
        }
    }

    private void ask(Consumer<DescribeImagesRequest.Builder> what, Set<String> read, Consumer<List<Image>> page) {
        var pages = clients.ec2()
                .describeImagesPaginator(
                        r -> what.accept(r.maxResults(pageSize.within(1, 1000)).includeDeprecated(true)));
        for (var answer : pages) {
            var images = answer.images().stream().map(ImagesReader::image).toList();
            images.forEach(image -> read.add(image.id()));
            page.accept(images);
        }
    }

    private static Set<String> referenced(Deployment known) {
        var instances = known.items(Parts.INSTANCES).stream().map(Instance::imageId);
        var templates = known.items(Parts.LAUNCH_TEMPLATES).stream()
                .flatMap(template -> template.versions().stream())
                .map(LaunchTemplateVersion::imageId);
        var ids = new HashSet<String>();
        // a launch template may name a parameter of Systems Manager instead (resolve:ssm:...)
        Stream.concat(instances, templates)
                .filter(Objects::nonNull)
                .filter(id -> id.startsWith("ami-"))
                .forEach(ids::add);
        return ids;
    }

    private static Image image(software.amazon.awssdk.services.ec2.model.Image i) {
        var tags = Ec2Tags.of(i.tags());
        return new Image(
                Absent.text(i.imageId()),
                Absent.text(i.name(), Absent.name(tags, i.imageId())),
                Absent.orNull(i.description()),
                Absent.text(i.stateAsString()),
                Absent.text(i.ownerId()),
                i.platformDetails(),
                i.architectureAsString(),
                time(i.creationDate()),
                i.sourceImageId(),
                i.sourceInstanceId(),
                Absent.texts(i.blockDeviceMappings().stream()
                        .map(device -> device.ebs())
                        .filter(Objects::nonNull)
                        .map(volume -> volume.snapshotId())),
                tags);
    }

    /** The only time that EC2 sends as text; null where it cannot be read. */
    private static @Nullable Instant time(@Nullable String date) {
        try {
            return date == null ? null : Instant.parse(date);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
