package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;

/** Launch templates and their versions. */
final class Ec2Templates {
    static final Ec2Query<LaunchTemplate> TEMPLATES = Ec2Query.by(
                    LaunchTemplate::launchTemplateId,
                    LaunchTemplate::tags,
                    "InvalidLaunchTemplateId.NotFound",
                    "launch template ID")
            .filter("launch-template-name", LaunchTemplate::launchTemplateName);

    private static final Ec2Query<LaunchTemplateVersion> VERSIONS = Ec2Query.by(
                    (LaunchTemplateVersion v) -> String.valueOf(v.versionNumber()),
                    (LaunchTemplateVersion v) -> List.of(),
                    "InvalidLaunchTemplateId.VersionNotFound",
                    "launch template version")
            .filter("is-default-version", LaunchTemplateVersion::defaultVersion)
            .filter("image-id", v -> v.launchTemplateData().imageId())
            .filter("instance-type", v -> v.launchTemplateData().instanceTypeAsString());

    private Ec2Templates() {}

    static void register(Operations ec2) {
        ec2.on(
                        "DescribeLaunchTemplates",
                        DescribeLaunchTemplatesRequest.class,
                        DescribeLaunchTemplatesResponse.class,
                        Ec2Templates::templates)
                .on(
                        "DescribeLaunchTemplateVersions",
                        DescribeLaunchTemplateVersionsRequest.class,
                        DescribeLaunchTemplateVersionsResponse.class,
                        Ec2Templates::versions);
    }

    private static DescribeLaunchTemplatesResponse templates(World world, DescribeLaunchTemplatesRequest r, Call call) {
        r.launchTemplateNames().forEach(name -> named(world, name));
        List<LaunchTemplate> chosen = world.compute().templates().stream()
                .filter(t -> r.launchTemplateNames().isEmpty()
                        || r.launchTemplateNames().contains(t.launchTemplateName()))
                .toList();
        Page<LaunchTemplate> page =
                TEMPLATES.page(chosen, r.launchTemplateIds(), r.filters(), r.maxResults(), r.nextToken());
        return DescribeLaunchTemplatesResponse.builder()
                .launchTemplates(page.items())
                .nextToken(page.token())
                .build();
    }

    /** Newest first, as EC2 lists them; {@code $Latest} and {@code $Default} may stand among the numbers. */
    private static DescribeLaunchTemplateVersionsResponse versions(
            World world, DescribeLaunchTemplateVersionsRequest r, Call call) {
        List<LaunchTemplate> of = r.launchTemplateId() != null
                ? TEMPLATES
                        .page(world.compute().templates().all(), List.of(r.launchTemplateId()), List.of(), null, null)
                        .items()
                : r.launchTemplateName() != null
                        ? List.of(named(world, r.launchTemplateName()))
                        : List.copyOf(world.compute().templates().all());
        List<LaunchTemplateVersion> all = of.stream()
                .flatMap(t -> chosen(world, t, r.versions()).stream())
                .toList();
        Page<LaunchTemplateVersion> page = VERSIONS.page(all, List.of(), r.filters(), r.maxResults(), r.nextToken());
        return DescribeLaunchTemplateVersionsResponse.builder()
                .launchTemplateVersions(page.items())
                .nextToken(page.token())
                .build();
    }

    private static List<LaunchTemplateVersion> chosen(World world, LaunchTemplate template, List<String> wanted) {
        List<LaunchTemplateVersion> all = world.compute().templateVersions().stream()
                .filter(v -> v.launchTemplateId().equals(template.launchTemplateId()))
                .sorted(Comparator.comparing(LaunchTemplateVersion::versionNumber)
                        .reversed())
                .toList();
        if (wanted.isEmpty()) {
            return all;
        }
        List<String> numbers = wanted.stream()
                .map(w -> switch (w) {
                    case "$Latest" -> String.valueOf(template.latestVersionNumber());
                    case "$Default" -> String.valueOf(template.defaultVersionNumber());
                    default -> w;
                })
                .toList();
        return VERSIONS.page(all, numbers, List.of(), null, null).items();
    }

    private static LaunchTemplate named(World world, String name) {
        return world.compute().templates().stream()
                .filter(t -> t.launchTemplateName().equals(name))
                .findFirst()
                .orElseThrow(() -> new WireFault(
                        400,
                        "InvalidLaunchTemplateName.NotFoundException",
                        "The specified launch template, with template name " + name + ", does not exist."));
    }
}
