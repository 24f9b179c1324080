package io.atalaya.deployment;

import java.util.Map;

/** Anything of the deployment that has an identity. */
public interface Resource {
    ResourceType type();

    /** AWS's identifier: the id, name or ARN by which its API is asked. Unique within its type. */
    String id();

    /** What a person calls it: the Name tag where there is one, else the id. May repeat. */
    String name();

    /** Tags as AWS sent them; empty where the resource has none or they were not read. */
    default Map<String, String> tags() {
        return Map.of();
    }

    default ResourceRef ref() {
        return new ResourceRef(type(), id());
    }
}
