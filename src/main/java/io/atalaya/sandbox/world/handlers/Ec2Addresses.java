package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Elastic IPs, network interfaces and network ACLs. */
final class Ec2Addresses {
    static final Ec2Query<Address> ADDRESSES = Ec2Query.by(
                    Address::allocationId, Address::tags, "InvalidAllocationID.NotFound", "allocation ID")
            .filter("allocation-id", Address::allocationId)
            .filter("association-id", Address::associationId)
            .filter("instance-id", Address::instanceId)
            .filter("public-ip", Address::publicIp)
            .filter("private-ip-address", Address::privateIpAddress)
            .filter("network-interface-id", Address::networkInterfaceId)
            .filter("domain", Address::domainAsString);

    static final Ec2Query<NetworkInterface> INTERFACES = Ec2Query.by(
                    NetworkInterface::networkInterfaceId,
                    NetworkInterface::tagSet,
                    "InvalidNetworkInterfaceID.NotFound",
                    "networkInterface ID")
            .filter("network-interface-id", NetworkInterface::networkInterfaceId)
            .filter("vpc-id", NetworkInterface::vpcId)
            .filter("subnet-id", NetworkInterface::subnetId)
            .filter("availability-zone", NetworkInterface::availabilityZone)
            .filter("status", NetworkInterface::statusAsString)
            .filter("interface-type", NetworkInterface::interfaceTypeAsString)
            .filter("description", NetworkInterface::description)
            .filter("requester-id", NetworkInterface::requesterId)
            .filter("private-ip-address", NetworkInterface::privateIpAddress)
            .filter("addresses.private-ip-address", NetworkInterface::privateIpAddress)
            .filter(
                    "attachment.instance-id",
                    n -> n.attachment() == null ? null : n.attachment().instanceId())
            .filterAny("group-id", n -> n.groups().stream().map(g -> g.groupId()))
            .filterAny("group-name", n -> n.groups().stream().map(g -> g.groupName()));

    static final Ec2Query<NetworkAcl> ACLS = Ec2Query.by(
                    NetworkAcl::networkAclId, NetworkAcl::tags, "InvalidNetworkAclID.NotFound", "networkAcl ID")
            .filter("network-acl-id", NetworkAcl::networkAclId)
            .filter("vpc-id", NetworkAcl::vpcId)
            .filter("default", NetworkAcl::isDefault)
            .filterAny("association.subnet-id", a -> a.associations().stream().map(x -> x.subnetId()));

    private Ec2Addresses() {}

    static void register(Operations ec2) {
        ec2.on(
                        "DescribeAddresses",
                        DescribeAddressesRequest.class,
                        DescribeAddressesResponse.class,
                        Ec2Addresses::addresses)
                .on(
                        "DescribeNetworkInterfaces",
                        DescribeNetworkInterfacesRequest.class,
                        DescribeNetworkInterfacesResponse.class,
                        Ec2Addresses::interfaces)
                .on(
                        "DescribeNetworkAcls",
                        DescribeNetworkAclsRequest.class,
                        DescribeNetworkAclsResponse.class,
                        Ec2Addresses::acls);
    }

    /** EC2 has no pages here. */
    private static DescribeAddressesResponse addresses(World world, DescribeAddressesRequest r, Call call) {
        List<Address> all = List.copyOf(world.network().addresses().all());
        for (String ip : r.publicIps()) {
            if (all.stream().noneMatch(a -> a.publicIp().equals(ip))) {
                throw new WireFault(400, "InvalidAddress.NotFound", "Address '" + ip + "' not found.");
            }
        }
        List<Address> chosen = all.stream()
                .filter(a -> r.publicIps().isEmpty() || r.publicIps().contains(a.publicIp()))
                .toList();
        return DescribeAddressesResponse.builder()
                .addresses(ADDRESSES
                        .page(chosen, r.allocationIds(), r.filters(), null, null)
                        .items())
                .build();
    }

    private static DescribeNetworkInterfacesResponse interfaces(
            World world, DescribeNetworkInterfacesRequest r, Call call) {
        Page<NetworkInterface> page = INTERFACES.page(
                world.network().interfaces().all(),
                r.networkInterfaceIds(),
                r.filters(),
                r.maxResults(),
                r.nextToken());
        return DescribeNetworkInterfacesResponse.builder()
                .networkInterfaces(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeNetworkAclsResponse acls(World world, DescribeNetworkAclsRequest r, Call call) {
        Page<NetworkAcl> page =
                ACLS.page(world.network().acls().all(), r.networkAclIds(), r.filters(), r.maxResults(), r.nextToken());
        return DescribeNetworkAclsResponse.builder()
                .networkAcls(page.items())
                .nextToken(page.token())
                .build();
    }
}
