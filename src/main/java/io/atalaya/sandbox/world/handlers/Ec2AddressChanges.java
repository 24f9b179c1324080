package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAssociation;

/** Giving an Elastic IP to an instance, and taking it off again. */
final class Ec2AddressChanges {
    private Ec2AddressChanges() {}

    static void register(Operations ec2) {
        ec2.on(
                        "AssociateAddress",
                        AssociateAddressRequest.class,
                        AssociateAddressResponse.class,
                        Ec2AddressChanges::associate)
                .on(
                        "DisassociateAddress",
                        DisassociateAddressRequest.class,
                        DisassociateAddressResponse.class,
                        Ec2AddressChanges::disassociate);
    }

    /** In a VPC it is taken from whatever has it, unless the request says that it may not. */
    private static AssociateAddressResponse associate(World world, AssociateAddressRequest r, Call call) {
        var addresses = world.network().addresses();
        Address address = addresses
                .find(String.valueOf(r.allocationId()))
                .orElseThrow(() -> Ec2Addresses.ADDRESSES.notFound(List.of(String.valueOf(r.allocationId()))));
        Instance instance = world.compute()
                .instances()
                .find(String.valueOf(r.instanceId()))
                .orElseThrow(() -> Ec2Instances.QUERY.notFound(List.of(String.valueOf(r.instanceId()))));
        if (address.associationId() != null
                && !instance.instanceId().equals(address.instanceId())
                && Boolean.FALSE.equals(r.allowReassociation())) {
            throw new WireFault(
                    400,
                    "Resource.AlreadyAssociated",
                    "resource " + address.allocationId() + " is already associated with associate-id "
                            + address.associationId());
        }
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        takeOff(world, address);
        addresses.stream()
                .filter(other -> instance.instanceId().equals(other.instanceId()))
                .toList()
                .forEach(other -> takeOff(world, other));
        String association = "eipassoc-" + world.dice().hex("association" + world.now(), addresses.size(), 17);
        String card = instance.networkInterfaces().stream()
                .findFirst()
                .map(InstanceNetworkInterface::networkInterfaceId)
                .orElse(null);
        addresses.put(address.toBuilder()
                .associationId(association)
                .instanceId(instance.instanceId())
                .networkInterfaceId(card)
                .networkInterfaceOwnerId(world.account().id())
                .privateIpAddress(instance.privateIpAddress())
                .build());
        show(world, instance.instanceId(), address.publicIp());
        return AssociateAddressResponse.builder().associationId(association).build();
    }

    private static DisassociateAddressResponse disassociate(World world, DisassociateAddressRequest r, Call call) {
        Address address = world.network().addresses().stream()
                .filter(a -> a.associationId() != null && a.associationId().equals(r.associationId()))
                .findFirst()
                .orElseThrow(() -> new WireFault(
                        400,
                        "InvalidAssociationID.NotFound",
                        "The association ID '" + r.associationId() + "' does not exist"));
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        takeOff(world, address);
        return DisassociateAddressResponse.builder().build();
    }

    private static void takeOff(World world, Address address) {
        if (address.associationId() == null) {
            return;
        }
        world.network()
                .addresses()
                .put(address.toBuilder()
                        .associationId(null)
                        .instanceId(null)
                        .networkInterfaceId(null)
                        .networkInterfaceOwnerId(null)
                        .privateIpAddress(null)
                        .build());
        if (address.instanceId() != null) {
            show(world, address.instanceId(), null);
        }
    }

    /** The instance and its interface show the public address; null for none. */
    private static void show(World world, String instanceId, @Nullable String publicIp) {
        String name = publicIp == null ? "" : "ec2-" + publicIp.replace('.', '-') + ".compute-1.amazonaws.com";
        showAtInterfaces(world, instanceId, publicIp);
        world.compute().instances().change(instanceId, i -> i.toBuilder()
                .publicIpAddress(publicIp)
                .publicDnsName(name)
                .networkInterfaces(i.networkInterfaces().stream()
                        .map(n -> n.toBuilder()
                                .association(association(world, publicIp, name))
                                .build())
                        .toList())
                .build());
    }

    /** The interface itself shows it too. */
    private static void showAtInterfaces(World world, String instanceId, @Nullable String publicIp) {
        world.network().interfaces().stream()
                .filter(n -> n.attachment() != null
                        && instanceId.equals(n.attachment().instanceId()))
                .toList()
                .forEach(n -> world.network()
                        .interfaces()
                        .put(n.toBuilder()
                                .association(
                                        publicIp == null
                                                ? null
                                                : NetworkInterfaceAssociation.builder()
                                                        .publicIp(publicIp)
                                                        .ipOwnerId(
                                                                world.account().id())
                                                        .build())
                                .build()));
        world.network().changed();
    }

    private static @Nullable InstanceNetworkInterfaceAssociation association(
            World world, @Nullable String publicIp, String name) {
        return publicIp == null
                ? null
                : InstanceNetworkInterfaceAssociation.builder()
                        .publicIp(publicIp)
                        .publicDnsName(name)
                        .ipOwnerId(world.account().id())
                        .build();
    }
}
