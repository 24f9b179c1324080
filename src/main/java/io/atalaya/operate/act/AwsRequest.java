package io.atalaya.operate.act;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request in the words of AWS's API reference. The one description of what is sent: the command shown to a person and the
 * request that leaves are both made of it, so that they cannot differ.
 *
 * @param operation as the API reference writes it: {@code StopInstances}, {@code ModifyDBInstance}
 * @param parameters by the API's names ({@code InstanceIds}, {@code DBInstanceIdentifier}), in the order they are shown. Values
 *     are {@code String}, {@code Integer}, {@code Double}, {@code Boolean}, {@code java.time.Instant}, a list of these, or a map of names to
 *     these
 * @param region where it is sent if not where the deployment is (copying to another region); null otherwise
 */
public record AwsRequest(
        Service service,
        String operation,
        Map<String, Object> parameters,
        @Nullable String region) {
    public AwsRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters)); // Map.copyOf forgets the order
    }

    /** A request without parameters yet, to the deployment's own region. */
    public static AwsRequest of(Service service, String operation) {
        return new AwsRequest(service, operation, Map.of(), null);
    }

    /** With one more parameter; a null value leaves it out. */
    public AwsRequest with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new AwsRequest(service, operation, more, region);
    }

    /** The same, sent to another region. */
    public AwsRequest to(String otherRegion) {
        return new AwsRequest(service, operation, parameters, otherRegion);
    }

    /** The IAM action it needs: {@code ec2:StopInstances}. */
    public String iamAction() {
        return service.iamPrefix() + ":" + operation;
    }
}
