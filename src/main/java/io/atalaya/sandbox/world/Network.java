package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** The networks of a region. */
public final class Network {
    private final Table<Vpc> vpcs = new Table<>(Vpc::vpcId);
    private final Table<Subnet> subnets = new Table<>(Subnet::subnetId);
    private final Table<RouteTable> routeTables = new Table<>(RouteTable::routeTableId);
    private final Table<InternetGateway> internetGateways = new Table<>(InternetGateway::internetGatewayId);
    private final Table<NatGateway> natGateways = new Table<>(NatGateway::natGatewayId);
    private final Table<VpnGateway> vpnGateways = new Table<>(VpnGateway::vpnGatewayId);
    private final Table<CustomerGateway> customerGateways = new Table<>(CustomerGateway::customerGatewayId);
    private final Table<VpnConnection> vpnConnections = new Table<>(VpnConnection::vpnConnectionId);
    private final Table<SecurityGroup> securityGroups = new Table<>(SecurityGroup::groupId);
    private final Table<NetworkAcl> acls = new Table<>(NetworkAcl::networkAclId);
    private final Table<NetworkInterface> interfaces = new Table<>(NetworkInterface::networkInterfaceId);
    private final Table<Address> addresses = new Table<>(Address::allocationId);
    private final List<Consumer<String>> ruleWatchers = new ArrayList<>();

    public Table<Vpc> vpcs() {
        return vpcs;
    }

    public Table<Subnet> subnets() {
        return subnets;
    }

    public Table<RouteTable> routeTables() {
        return routeTables;
    }

    public Table<InternetGateway> internetGateways() {
        return internetGateways;
    }

    public Table<NatGateway> natGateways() {
        return natGateways;
    }

    /** The VPCs' ends of VPN connections. */
    public Table<VpnGateway> vpnGateways() {
        return vpnGateways;
    }

    /** The ends that somebody else owns: routers on-premises. */
    public Table<CustomerGateway> customerGateways() {
        return customerGateways;
    }

    public Table<VpnConnection> vpnConnections() {
        return vpnConnections;
    }

    public Table<SecurityGroup> securityGroups() {
        return securityGroups;
    }

    public Table<NetworkAcl> acls() {
        return acls;
    }

    public Table<NetworkInterface> interfaces() {
        return interfaces;
    }

    public Table<Address> addresses() {
        return addresses;
    }

    /** Tells of every security group whose rules changed, by id: what a deployment does when it is cut off hangs on it. */
    public void whenRulesChange(Consumer<String> watcher) {
        ruleWatchers.add(watcher);
    }

    /** Replaces a group by one with other rules and tells who watches. */
    public void rulesChanged(SecurityGroup changed) {
        securityGroups.put(changed);
        List.copyOf(ruleWatchers).forEach(w -> w.accept(changed.groupId()));
    }
}
