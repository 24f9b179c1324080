package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.List;
import java.util.Optional;

/** ec2:DeleteTags with one key on one resource, whatever its value. */
public record DeleteTag(ResourceRef resource, String key) implements Operation {
    public DeleteTag {
        Tags.resource(resource);
        Tags.key(key);
    }

    @Override
    public ResourceRef on() {
        return resource;
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EC2, "DeleteTags")
                .with("Resources", List.of(resource.id()))
                .with("Tags", List.of(new Structure().with("Key", key).map()));
    }

    @Override
    public Settling settling() {
        return Tags.until(resource, tags -> !tags.containsKey(key));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.ofNullable(Tags.of(before, resource, key))
                .flatMap(old -> Undo.by(() -> new CreateTag(resource, key, old)));
    }
}
