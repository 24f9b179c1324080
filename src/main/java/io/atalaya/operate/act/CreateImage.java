package io.atalaya.operate.act;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ec2:CreateImage of one instance.
 *
 * @param description null for none
 * @param noReboot without a reboot the instance goes on, and AWS does not vouch for the file systems on the image
 */
public record CreateImage(
        String instanceId, String name, @Nullable String description, boolean noReboot) implements Operation {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9()\\[\\] ./'@_-]{3,128}");

    public CreateImage {
        Input.identifier(instanceId);
        Input.require(NAME.matcher(name).matches(), "operate.input.imageName");
        Input.description(description);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.INSTANCE, instanceId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EC2, "CreateImage")
                .with("InstanceId", instanceId)
                .with("Name", name)
                .with("Description", description)
                .with("NoReboot", noReboot);
    }

    /** By name, which is unique among the images of one's own account. */
    @Override
    public Settling settling() {
        return Watched.one(Parts.IMAGES, Duration.ofHours(1), it -> it.name().equals(name), (before, now) -> {
            if (now == null) {
                return Progress.underWay("");
            }
            return switch (now.state()) {
                case "available" -> Progress.done(now.id());
                case "pending", "transient" -> Progress.underWay(now.id() + " " + now.state());
                default -> Progress.failed(now.id() + " " + now.state());
            };
        });
    }
}
