package io.atalaya.ui.acting;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Volume;
import io.atalaya.operate.act.AssociateAddress;
import io.atalaya.operate.act.CreateVolumeSnapshot;
import io.atalaya.operate.act.DisassociateAddress;
import java.util.List;
import java.util.stream.Stream;

/** What can be done with an Elastic IP and with a volume. */
final class AddressActs {
    private AddressActs() {}

    static Stream<ActOffer> of(ElasticIp address, Deployment deployment) {
        var association = address.associationId();
        var associate = ActOffer.of(
                AssociateAddress.class,
                address.ref(),
                () -> List.of(
                        ActField.choice("instanceId", instances(deployment.items(Parts.INSTANCES))),
                        new ActField.Check("allowReassociation", false, false)),
                values -> new AssociateAddress(
                        address.allocationId(), values.text("instanceId"), values.flag("allowReassociation")));
        return association == null
                ? Stream.of(associate)
                : Stream.of(
                        associate,
                        ActOffer.plain(
                                "DisassociateAddress",
                                address.ref(),
                                () -> new DisassociateAddress(address.allocationId(), association)));
    }

    static Stream<ActOffer> of(Volume volume) {
        return Stream.of(ActOffer.of(
                CreateVolumeSnapshot.class,
                volume.ref(),
                () -> List.of(ActField.text("description", "", "")),
                values -> new CreateVolumeSnapshot(volume.id(), values.textOrNull("description"))));
    }

    /** By name and id, those that can have an address. */
    static List<ActField.Option> instances(List<Instance> instances) {
        return instances.stream()
                .filter(it -> it.state().equals("running") || it.state().equals("stopped"))
                .map(it -> new ActField.Option(it.id(), words(it)))
                .toList();
    }

    static String words(Instance instance) {
        return instance.name().equals(instance.id())
                ? instance.id() + " · " + instance.zone()
                : instance.name() + " · " + instance.id() + " · " + instance.zone();
    }

    /** {@code 203.0.113.22 · AUTOChOp}: the address and what has it. */
    static String words(ElasticIp address, Deployment deployment) {
        var holder = address.instanceId();
        return holder == null
                ? address.publicIp()
                : address.publicIp() + " · "
                        + ActTexts.name(new ResourceRef(ResourceType.INSTANCE, holder), deployment);
    }
}
