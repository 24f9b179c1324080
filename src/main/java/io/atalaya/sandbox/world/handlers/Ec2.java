package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.world.Cloud;

/** The operations of EC2. */
final class Ec2 {
    private Ec2() {}

    static void register(OperationRegistry registry, Cloud cloud) {
        Operations ec2 = Operations.regional(registry, cloud, "ec2");
        Ec2Instances.register(ec2);
        Ec2InstanceChanges.register(ec2);
        Ec2Captures.register(ec2);
        Ec2InstanceTypes.register(ec2);
        Ec2Images.register(ec2);
        Ec2Volumes.register(ec2);
        Ec2Console.register(ec2);
        Ec2Networks.register(ec2);
        Ec2Vpn.register(ec2);
        Ec2Addresses.register(ec2);
        Ec2AddressChanges.register(ec2);
        Ec2Transit.register(ec2);
        Ec2Connections.register(ec2);
        Ec2PrefixLists.register(ec2);
        Ec2SecurityGroups.register(ec2);
        Ec2SecurityRuleChanges.register(ec2);
        Ec2AclChanges.register(ec2);
        Ec2Templates.register(ec2);
        Ec2Regions.register(ec2);
        Ec2Tags.register(ec2);
    }
}
