package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * A door into a file system with a root and a user of its own (elasticfilesystem:DescribeAccessPoints).
 *
 * @param path root directory that a client of this access point sees
 * @param uid POSIX user that every request is made as; null where clients keep their own
 * @param gid POSIX group; null with {@code uid}
 */
public record AccessPoint(
        String id,
        String fileSystemId,
        String name,
        String state,
        String path,
        @Nullable Long uid,
        @Nullable Long gid) {}
