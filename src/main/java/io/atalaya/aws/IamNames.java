package io.atalaya.aws;

import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Calls as IAM policies name them: {@code elasticfilesystem:DescribeFileSystems}. */
public final class IamNames {
    /** By the SDK's service id without spaces in small letters, where IAM's prefix is another. */
    private static final Map<String, String> PREFIX = Map.of(
            "elasticloadbalancingv2",
            "elasticloadbalancing",
            "efs",
            "elasticfilesystem",
            "cloudwatchlogs",
            "logs",
            "ssooidc",
            "sso-oauth");

    private IamNames() {}

    /** The call an interceptor is in the middle of. */
    static String of(ExecutionAttributes attributes) {
        return of(
                attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }

    /**
     * @param serviceId as the SDK names the service, {@code Elastic Load Balancing v2}
     * @param operation the wire name
     */
    public static String of(String serviceId, String operation) {
        // generated clients disagree on the spaces: "CloudWatch Logs", "ElasticLoadBalancingv2"
        var id = serviceId.replace(" ", "").toLowerCase(Locale.ROOT);
        return PREFIX.getOrDefault(id, id) + ":" + operation;
    }
}
