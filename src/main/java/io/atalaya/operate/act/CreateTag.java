package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.List;
import java.util.Optional;

/** ec2:CreateTags with one tag on one resource; a tag of that key is overwritten. */
public record CreateTag(ResourceRef resource, String key, String value) implements Operation {
    public CreateTag {
        Tags.resource(resource);
        Tags.key(key);
        Tags.value(value);
    }

    @Override
    public ResourceRef on() {
        return resource;
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EC2, "CreateTags")
                .with("Resources", List.of(resource.id()))
                .with(
                        "Tags",
                        List.of(new Structure()
                                .with("Key", key)
                                .with("Value", value)
                                .map()));
    }

    @Override
    public Settling settling() {
        return Tags.until(resource, tags -> value.equals(tags.get(key)));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        if (before.index().find(resource).isEmpty()) {
            return Optional.empty();
        }
        var old = Tags.of(before, resource, key);
        return Undo.by(() -> old == null ? new DeleteTag(resource, key) : new CreateTag(resource, key, old));
    }
}
