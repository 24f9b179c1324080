package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trail of CloudTrail that delivers what was done in the account (cloudtrail:DescribeTrails, GetTrailStatus,
 * GetEventSelectors).
 *
 * @param homeRegion where it was made; one of several regions is told of in each of them
 * @param everyRegion whether it records what is done in every region
 * @param globalEvents whether it records what is done to services without a region, as IAM
 * @param validated whether digests are delivered by which a changed or missing file is found
 * @param bucket of S3 to which it delivers
 * @param logging whether it records at this time; null where AWS does not tell
 * @param latestDeliveryAt null before the first
 * @param deliveryError of S3 at the last delivery; null where there was none
 * @param managementEvents which acts upon resources it records: {@code All ReadOnly WriteOnly None}, {@code Some} where its
 *     selectors choose among them; null where AWS does not tell
 */
public record AuditTrail(
        String arn,
        String name,
        String homeRegion,
        boolean everyRegion,
        boolean globalEvents,
        boolean organization,
        boolean validated,
        String bucket,
        @Nullable Boolean logging,
        @Nullable Instant latestDeliveryAt,
        @Nullable String deliveryError,
        @Nullable String managementEvents) {}
