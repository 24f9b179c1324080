package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Account;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** The one trail of the account: of all regions, to a bucket that nobody can look into here. Thread-safe. */
public final class AuditTrails {
    private static final String NAME = "management-events";
    /** CloudTrail delivers about every five minutes. */
    private static final Duration DELIVERY = Duration.ofMinutes(5);

    private final Account account;
    private final String region;
    private volatile boolean logging = true;

    AuditTrails(Account account, String region) {
        this.account = account;
        this.region = region;
    }

    /** Switches it on or off, as its owner can. */
    public void logging(boolean wanted) {
        logging = wanted;
    }

    /** As DescribeTrails has it. */
    public Trail trail() {
        return Trail.builder()
                .name(NAME)
                .trailARN("arn:aws:cloudtrail:" + region + ":" + account.id() + ":trail/" + NAME)
                .s3BucketName("audit-trail-" + account.id())
                .homeRegion(region)
                .includeGlobalServiceEvents(true)
                .isMultiRegionTrail(true)
                .isOrganizationTrail(false)
                .logFileValidationEnabled(true)
                .hasCustomEventSelectors(true)
                .hasInsightSelectors(false)
                .build();
    }

    public GetTrailStatusResponse status(Instant now) {
        var delivered = now.minus(DELIVERY);
        return GetTrailStatusResponse.builder()
                .isLogging(logging)
                .latestDeliveryTime(delivered)
                .latestDigestDeliveryTime(delivered)
                .startLoggingTime(now.minus(Duration.ofDays(400)))
                .build();
    }

    public EventSelector selector() {
        return EventSelector.builder()
                .readWriteType(ReadWriteType.ALL)
                .includeManagementEvents(true)
                .build();
    }

    /** Whether that is its name or ARN. */
    public boolean isCalled(String nameOrArn) {
        return nameOrArn.equals(NAME) || nameOrArn.equals(trail().trailARN());
    }
}
