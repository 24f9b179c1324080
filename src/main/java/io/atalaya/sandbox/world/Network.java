package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
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
    private final Table<EgressOnlyInternetGateway> egressOnlyGateways =
            new Table<>(EgressOnlyInternetGateway::egressOnlyInternetGatewayId);
    private final Table<VpcPeeringConnection> peerings = new Table<>(VpcPeeringConnection::vpcPeeringConnectionId);
    private final Table<VpcEndpoint> endpoints = new Table<>(VpcEndpoint::vpcEndpointId);
    private final Table<FlowLog> flowLogs = new Table<>(FlowLog::flowLogId);
    private final Transit transit = new Transit();
    private final PrefixLists prefixLists = new PrefixLists();
    private final Table<CustomerGateway> customerGateways = new Table<>(CustomerGateway::customerGatewayId);
    private final Table<VpnConnection> vpnConnections = new Table<>(VpnConnection::vpnConnectionId);
    private final Table<SecurityGroup> securityGroups = new Table<>(SecurityGroup::groupId);
    private final Table<NetworkAcl> acls = new Table<>(NetworkAcl::networkAclId);
    private final Table<NetworkInterface> interfaces = new Table<>(NetworkInterface::networkInterfaceId);
    private final Table<Address> addresses = new Table<>(Address::allocationId);
    private final List<Consumer<String>> ruleWatchers = new ArrayList<>();
    private final List<Runnable> perimeterWatchers = new ArrayList<>();

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

    /** For IPv6 that goes out. */
    public Table<EgressOnlyInternetGateway> egressOnlyGateways() {
        return egressOnlyGateways;
    }

    public Table<VpcPeeringConnection> peerings() {
        return peerings;
    }

    /** Private ways to services. */
    public Table<VpcEndpoint> endpoints() {
        return endpoints;
    }

    public Table<FlowLog> flowLogs() {
        return flowLogs;
    }

    /** Transit gateways with what hangs on them. */
    public Transit transit() {
        return transit;
    }

    public PrefixLists prefixLists() {
        return prefixLists;
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
        changed();
    }

    /** Replaces an ACL by one with other entries and tells who watches. */
    public void entriesChanged(NetworkAcl changed) {
        acls.put(changed);
        changed();
    }

    /** Tells of every change of what lets traffic through: rules, entries, routes. */
    public void whenPerimeterChanges(Runnable watcher) {
        perimeterWatchers.add(watcher);
    }

    /** A route, a gateway or an interface is another now. */
    public void changed() {
        List.copyOf(perimeterWatchers).forEach(Runnable::run);
    }
}
