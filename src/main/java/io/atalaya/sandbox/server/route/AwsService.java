package io.atalaya.sandbox.server.route;

import io.atalaya.sandbox.server.codec.Protocol;
import java.util.Locale;

/**
 * The services the sandbox speaks for, with what their wire needs to know. Classic and v2 balancers are two services behind
 * one signing name.
 */
public enum AwsService {
    EC2("ec2", "ec2", "ec2", "2016-11-15", Protocol.EC2_QUERY, "http://ec2.amazonaws.com/doc/2016-11-15/"),
    CLASSIC_BALANCING(
            "elasticloadbalancing",
            "elasticloadbalancing",
            "elasticloadbalancing",
            "2012-06-01",
            Protocol.QUERY,
            "http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/"),
    BALANCING(
            "elasticloadbalancing",
            "elasticloadbalancingv2",
            "elasticloadbalancing",
            "2015-12-01",
            Protocol.QUERY,
            "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"),
    /** Certificates of balancers. */
    ACM("acm", "acm", "acm", "2015-12-08", Protocol.JSON, ""),
    RDS("rds", "rds", "rds", "2014-10-31", Protocol.QUERY, "http://rds.amazonaws.com/doc/2014-10-31/"),
    EFS("elasticfilesystem", "efs", "elasticfilesystem", "2015-02-01", Protocol.REST_JSON, ""),
    ROUTE_53(
            "route53",
            "route53",
            "route53",
            "2013-04-01",
            Protocol.REST_XML,
            "https://route53.amazonaws.com/doc/2013-04-01/"),
    AUTO_SCALING(
            "autoscaling",
            "autoscaling",
            "autoscaling",
            "2011-01-01",
            Protocol.QUERY,
            "http://autoscaling.amazonaws.com/doc/2011-01-01/"),
    CLOUDWATCH(
            "monitoring",
            "cloudwatch",
            "cloudwatch",
            "2010-08-01",
            Protocol.QUERY,
            "http://monitoring.amazonaws.com/doc/2010-08-01/"),
    CLOUDTRAIL("cloudtrail", "cloudtrail", "cloudtrail", "2013-11-01", Protocol.JSON, ""),
    LOGS("logs", "cloudwatchlogs", "logs", "2014-03-28", Protocol.JSON, ""),
    STS("sts", "sts", "sts", "2011-06-15", Protocol.QUERY, "https://sts.amazonaws.com/doc/2011-06-15/"),
    IAM("iam", "iam", "iam", "2010-05-08", Protocol.QUERY, "https://iam.amazonaws.com/doc/2010-05-08/"),
    /** The IAM Identity Center portal: a bearer token in a header instead of a signature. */
    SSO("awsssoportal", "sso", "sso", "2019-06-10", Protocol.REST_JSON, ""),
    /** The IAM Identity Center OIDC service: unsigned. */
    SSO_OIDC("sso-oauth", "ssooidc", "sso-oauth", "2019-06-10", Protocol.REST_JSON, "");

    private final String signingName;
    private final String sdkName;
    private final String iamPrefix;
    private final String apiVersion;
    private final Protocol protocol;
    private final String xmlNamespace;

    AwsService(
            String signingName,
            String sdkName,
            String iamPrefix,
            String apiVersion,
            Protocol protocol,
            String xmlNamespace) {
        this.signingName = signingName;
        this.sdkName = sdkName;
        this.iamPrefix = iamPrefix;
        this.apiVersion = apiVersion;
        this.protocol = protocol;
        this.xmlNamespace = xmlNamespace;
    }

    /** The name in the credential scope of signed requests, e.g. {@code monitoring} for CloudWatch. */
    public String signingName() {
        return signingName;
    }

    /** The package of the SDK's request and response classes. */
    public String modelPackage() {
        return "software.amazon.awssdk.services." + sdkName + ".model";
    }

    /** What stands before the colon in an IAM action, e.g. {@code elasticfilesystem}. */
    public String iamPrefix() {
        return iamPrefix;
    }

    /** The API version that query requests carry. */
    public String apiVersion() {
        return apiVersion;
    }

    /** What the SDK 2.40 speaks to this service; a newer CLI may speak another. */
    public Protocol protocol() {
        return protocol;
    }

    /** The namespace of XML answers; empty where the service answers JSON. */
    public String xmlNamespace() {
        return xmlNamespace;
    }

    /** Whether callers sign with an access key; the Identity Center services know tokens only. */
    public boolean isSigned() {
        return this != SSO && this != SSO_OIDC;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
