package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.List;
import java.util.Optional;

/**
 * autoscaling:EnterStandby of one member: it goes on running, its group neither checks nor replaces it, and its balancers
 * send it nothing new.
 *
 * @param decrementDesired lowers the desired number by one; otherwise the group starts another instance in its place. AWS
 *     refuses it where desired would fall below the minimum (ValidationError)
 */
public record EnterStandby(String groupName, String instanceId, boolean decrementDesired) implements Operation {
    public EnterStandby {
        Input.name(groupName);
        Input.identifier(instanceId);
    }

    @Override
    public ResourceRef on() {
        return Groups.ref(groupName);
    }

    @Override
    public AwsRequest request() {
        return Groups.request("EnterStandby", groupName)
                .with("InstanceIds", List.of(instanceId))
                .with("ShouldDecrementDesiredCapacity", decrementDesired);
    }

    @Override
    public Settling settling() {
        return Groups.member(groupName, instanceId, "Standby");
    }

    /** None where another instance took its place: with both in service the group would have one more than before. */
    @Override
    public Optional<Operation> undo(Deployment before) {
        return decrementDesired ? Optional.of(new ExitStandby(groupName, instanceId)) : Optional.empty();
    }
}
