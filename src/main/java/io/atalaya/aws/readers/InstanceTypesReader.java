package io.atalaya.aws.readers;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.InstanceType;
import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/**
 * The sizes in use. RDS does not say how large its classes are; they are EC2's types with {@code db.} before them, and those
 * that EC2 does not have ({@code db.serverless}) stay unknown.
 *
 * <p>A type never changes its size: those known are not asked for again, so that most reads make no call.
 */
final class InstanceTypesReader implements Reader<InstanceType> {
    /** EC2's limit for the values of one filter. */
    private static final int VALUES_OF_A_FILTER = 200;

    private final Clients clients;
    private final PageSize pageSize;

    InstanceTypesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<InstanceType> source() {
        return new Source<>(
                Parts.INSTANCE_TYPES,
                Set.of("ec2:DescribeInstanceTypes"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(Parts.INSTANCES, Parts.DATABASES),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<InstanceType>> page) {
        var wanted = wanted(known);
        var have = known.items(Parts.INSTANCE_TYPES).stream()
                .filter(type -> wanted.contains(type.name()))
                .toList();
        if (!have.isEmpty()) {
            page.accept(have);
        }
        wanted.removeAll(have.stream().map(InstanceType::name).collect(Collectors.toSet()));
        for (var some : parts(wanted)) {
            // a filter, because a name that EC2 does not have would fail the whole call as a parameter
            var pages = clients.ec2().describeInstanceTypesPaginator(r -> r.maxResults(pageSize.within(5, 100))
                    .filters(f -> f.name("instance-type").values(some)));
            for (var answer : pages) {
                page.accept(answer.instanceTypes().stream()
                        .map(InstanceTypesReader::type)
                        .toList());
            }
        }
    }

    private static Set<String> wanted(Deployment known) {
        var instances = known.items(Parts.INSTANCES).stream().map(Instance::instanceType);
        var templates = known.items(Parts.LAUNCH_TEMPLATES).stream()
                .flatMap(template -> template.versions().stream())
                .map(LaunchTemplateVersion::instanceType)
                .filter(Objects::nonNull);
        var databases = known.items(Parts.DATABASES).stream()
                .map(Database::instanceClass)
                .filter(name -> name.startsWith("db."))
                .map(name -> name.substring(3));
        return Stream.of(instances, templates, databases)
                .flatMap(names -> names)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<List<String>> parts(Set<String> names) {
        var parts = new ArrayList<List<String>>();
        var all = List.copyOf(names);
        for (var from = 0; from < all.size(); from += VALUES_OF_A_FILTER) {
            parts.add(all.subList(from, Math.min(all.size(), from + VALUES_OF_A_FILTER)));
        }
        return parts;
    }

    private static InstanceType type(InstanceTypeInfo info) {
        return new InstanceType(
                Absent.text(info.instanceTypeAsString()),
                info.vCpuInfo() == null ? 0 : Absent.number(info.vCpuInfo().defaultVCpus()),
                info.memoryInfo() == null ? 0 : Absent.number(info.memoryInfo().sizeInMiB()));
    }
}
