package io.atalaya.aws;

/**
 * The services this console speaks to, as configuration files and environment variables spell them.
 * https://docs.aws.amazon.com/sdkref/latest/guide/ss-endpoints-table.html
 */
public enum ServiceId {
    EC2,
    ACM,
    ELASTIC_LOAD_BALANCING,
    ELASTIC_LOAD_BALANCING_V2,
    RDS,
    EFS,
    ROUTE_53,
    AUTO_SCALING,
    CLOUDWATCH,
    CLOUDWATCH_LOGS,
    CLOUDTRAIL,
    STS,
    IAM,
    SSO,
    SSO_OIDC;

    /** In a {@code services} section: {@code elastic_load_balancing_v2}. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
