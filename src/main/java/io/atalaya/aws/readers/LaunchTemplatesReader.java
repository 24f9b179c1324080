package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.CallFailedException;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/** Launch templates with their default and latest versions, which EC2 gives for all templates in one call. */
final class LaunchTemplatesReader implements Reader<LaunchTemplate> {
    private final Clients clients;
    private final PageSize pageSize;

    LaunchTemplatesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<LaunchTemplate> source() {
        return new Source<>(
                Parts.LAUNCH_TEMPLATES,
                Set.of("ec2:DescribeLaunchTemplates", "ec2:DescribeLaunchTemplateVersions"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<LaunchTemplate>> page) throws CallFailedException {
        var templates =
                Calls.named("ec2:DescribeLaunchTemplates", () -> clients
                        .ec2()
                        .describeLaunchTemplatesPaginator(r -> r.maxResults(pageSize.within(1, 200)))
                        .launchTemplates()
                        .stream()
                        .toList());
        if (templates.isEmpty()) {
            return;
        }
        var versions = Calls.named("ec2:DescribeLaunchTemplateVersions", this::versions);
        page.accept(templates.stream()
                .map(t -> template(t, versions.getOrDefault(t.launchTemplateId(), List.of())))
                .toList());
    }

    private Map<String, List<software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion>> versions() {
        return clients
                .ec2()
                .describeLaunchTemplateVersionsPaginator(
                        r -> r.versions("$Default", "$Latest").maxResults(pageSize.within(1, 200)))
                .stream()
                .flatMap(answer -> answer.launchTemplateVersions().stream())
                .filter(v -> v.launchTemplateId() != null)
                .collect(Collectors.groupingBy(v -> v.launchTemplateId()));
    }

    private static LaunchTemplate template(
            software.amazon.awssdk.services.ec2.model.LaunchTemplate t,
            List<software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion> versions) {
        return new LaunchTemplate(
                Absent.text(t.launchTemplateId()),
                Absent.text(t.launchTemplateName(), Absent.text(t.launchTemplateId())),
                Absent.number(t.defaultVersionNumber()),
                Absent.number(t.latestVersionNumber()),
                versions.stream()
                        .map(LaunchTemplatesReader::version)
                        .sorted(Comparator.comparingLong(LaunchTemplateVersion::number))
                        .distinct()
                        .toList(),
                Ec2Tags.of(t.tags()));
    }

    private static LaunchTemplateVersion version(software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion v) {
        var data = v.launchTemplateData();
        return new LaunchTemplateVersion(
                Absent.number(v.versionNumber()),
                Absent.yes(v.defaultVersion()),
                data == null ? null : data.imageId(),
                data == null ? null : data.instanceTypeAsString(),
                data == null ? List.of() : groups(data),
                v.createTime());
    }

    /** Groups stand at the template, or at each of its network interfaces. */
    private static List<String> groups(ResponseLaunchTemplateData data) {
        var ofInterfaces = data.networkInterfaces().stream().flatMap(n -> n.groups().stream());
        return Absent.texts(Stream.concat(data.securityGroupIds().stream(), ofInterfaces)).stream()
                .distinct()
                .toList();
    }
}
