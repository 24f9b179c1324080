package io.atalaya.deployment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A door to the internet (ec2:DescribeInternetGateways, DescribeEgressOnlyInternetGateways).
 *
 * @param vpcId null while it is attached to none
 * @param egressOnly lets IPv6 out and nothing in but the answers
 */
public record InternetGateway(
        String id, String name, @Nullable String vpcId, boolean egressOnly, Map<String, String> tags)
        implements Resource {
    public InternetGateway {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.INTERNET_GATEWAY;
    }
}
