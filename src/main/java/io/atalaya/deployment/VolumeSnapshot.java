package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a volume that this account owns (ec2:DescribeSnapshots).
 *
 * @param volumeId of the volume it was taken of, which may be gone
 * @param state {@code pending completed error recoverable recovering}
 * @param startedAt what it holds is the volume at this time, however long the copy takes
 */
public record VolumeSnapshot(
        String id,
        String volumeId,
        String state,
        int sizeGib,
        boolean encrypted,
        @Nullable Instant startedAt) {}
