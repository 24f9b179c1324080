package io.atalaya.ui.acting;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.AssociateAddress;
import io.atalaya.operate.act.CreateImage;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.act.StartInstance;
import io.atalaya.operate.act.StopInstance;
import java.util.List;
import java.util.stream.Stream;

/** What can be done with an instance. */
final class InstanceActs {
    private InstanceActs() {}

    static Stream<ActOffer> of(Instance instance, Deployment deployment) {
        var id = instance.id();
        return switch (instance.state()) {
            case "running" ->
                Stream.of(
                                Stream.of(
                                        ActOffer.plain("StopInstance", instance.ref(), () -> new StopInstance(id)),
                                        ActOffer.plain("RebootInstance", instance.ref(), () -> new RebootInstance(id)),
                                        image(instance)),
                                ScalingActs.ofMember(instance, deployment),
                                TargetActs.ofInstance(instance, deployment),
                                address(instance, deployment))
                        .flatMap(it -> it);
            case "stopped" ->
                Stream.concat(
                        Stream.of(
                                ActOffer.plain("StartInstance", instance.ref(), () -> new StartInstance(id)),
                                image(instance)),
                        address(instance, deployment));
            default -> Stream.empty(); // on its way to another state, or gone
        };
    }

    private static ActOffer image(Instance instance) {
        return ActOffer.of(
                CreateImage.class,
                instance.ref(),
                () -> List.of(
                        ActField.text("name", "", "name"),
                        ActField.text("description", "", ""),
                        new ActField.Check("noReboot", false, false)),
                values -> new CreateImage(
                        instance.id(), values.text("name"), values.textOrNull("description"), values.flag("noReboot")));
    }

    private static Stream<ActOffer> address(Instance instance, Deployment deployment) {
        var addresses = deployment.items(Parts.ELASTIC_IPS);
        if (addresses.stream().allMatch(it -> instance.id().equals(it.instanceId()))) {
            return Stream.empty();
        }
        return Stream.of(ActOffer.of(
                AssociateAddress.class,
                instance.ref(),
                () -> List.of(
                        ActField.choice(
                                "allocationId",
                                addresses.stream()
                                        .filter(it -> !instance.id().equals(it.instanceId()))
                                        .map(it -> new ActField.Option(
                                                it.allocationId(), AddressActs.words(it, deployment)))
                                        .toList()),
                        new ActField.Check("allowReassociation", false, false)),
                values -> new AssociateAddress(
                        values.text("allocationId"), instance.id(), values.flag("allowReassociation"))));
    }
}
