package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.Image;

/** Machine images. */
final class Ec2Images {
    static final Ec2Query<Image> QUERY = Ec2Query.by(Image::imageId, Image::tags, "InvalidAMIID.NotFound", "image id")
            .filter("image-id", Image::imageId)
            .filter("name", Image::name)
            .filter("description", Image::description)
            .filter("state", Image::stateAsString)
            .filter("owner-id", Image::ownerId)
            .filter("owner-alias", Image::imageOwnerAlias)
            .filter("architecture", Image::architectureAsString)
            .filter("is-public", Image::publicLaunchPermissions)
            .filter("root-device-type", Image::rootDeviceTypeAsString)
            .filter("virtualization-type", Image::virtualizationTypeAsString)
            .filter("source-instance-id", Image::sourceInstanceId);

    private Ec2Images() {}

    static void register(Operations ec2) {
        ec2.on("DescribeImages", DescribeImagesRequest.class, DescribeImagesResponse.class, Ec2Images::describe);
    }

    private static DescribeImagesResponse describe(World world, DescribeImagesRequest request, Call call) {
        List<String> owners = request.owners().stream()
                .map(o -> o.equals("self") ? world.account().id() : o)
                .toList();
        List<Image> owned = world.compute().images().stream()
                .filter(i -> owners.isEmpty() || owners.contains(i.ownerId()) || owners.contains(i.imageOwnerAlias()))
                .toList();
        Page<Image> page = QUERY.page(
                request.imageIds().isEmpty()
                        ? owned
                        : List.copyOf(world.compute().images().all()),
                request.imageIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeImagesResponse.builder()
                .images(page.items())
                .nextToken(page.token())
                .build();
    }
}
