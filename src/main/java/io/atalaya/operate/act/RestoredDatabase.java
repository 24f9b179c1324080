package io.atalaya.operate.act;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The new instance that a restore makes. What is left out AWS does not take from the instance that was backed up, but from the
 * defaults of the account: security group, parameter group.
 *
 * @param id of the new instance
 * @param instanceClass null for that of the backup
 * @param subnetGroup null for the default network
 * @param securityGroupIds empty for the network's default group
 * @param parameterGroup null for the engine's default
 */
public record RestoredDatabase(
        String id,
        @Nullable String instanceClass,
        @Nullable String subnetGroup,
        List<String> securityGroupIds,
        @Nullable String parameterGroup,
        boolean multiAz,
        boolean publiclyAccessible,
        boolean deletionProtection) {
    public RestoredDatabase {
        securityGroupIds = List.copyOf(securityGroupIds);
        Input.databaseName(id);
        if (instanceClass != null) {
            Input.databaseClass(instanceClass);
        }
        Input.identifier(subnetGroup, false);
        Input.identifier(parameterGroup, false);
        Input.identifiers(securityGroupIds);
    }

    AwsRequest in(AwsRequest request) {
        return request.with("DBInstanceClass", instanceClass)
                .with("DBSubnetGroupName", subnetGroup)
                .with("VpcSecurityGroupIds", securityGroupIds.isEmpty() ? null : securityGroupIds)
                .with("DBParameterGroupName", parameterGroup)
                .with("MultiAZ", multiAz)
                .with("PubliclyAccessible", publiclyAccessible)
                .with("DeletionProtection", deletionProtection);
    }
}
