package io.atalaya.deployment.facts;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Resource;
import java.util.regex.Pattern;

/** How to ask for a resource with the AWS CLI, version 2. */
public final class CliText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private CliText() {}

    /** One command for a POSIX shell; everything that is not plain is quoted, so that no name can become a command. */
    public static String of(Resource resource, String region) {
        var id = quote(resource.id());
        var command =
                switch (resource.type()) {
                    case INSTANCE -> "ec2 describe-instances --instance-ids " + id;
                    case IMAGE -> "ec2 describe-images --image-ids " + id;
                    case VOLUME -> "ec2 describe-volumes --volume-ids " + id;
                    case ELASTIC_IP -> "ec2 describe-addresses --allocation-ids " + id;
                    case VPC -> "ec2 describe-vpcs --vpc-ids " + id;
                    case SUBNET -> "ec2 describe-subnets --subnet-ids " + id;
                    case SECURITY_GROUP -> "ec2 describe-security-groups --group-ids " + id;
                    case NETWORK_ACL -> "ec2 describe-network-acls --network-acl-ids " + id;
                    case VPN_CONNECTION -> "ec2 describe-vpn-connections --vpn-connection-ids " + id;
                    case VPN_GATEWAY -> "ec2 describe-vpn-gateways --vpn-gateway-ids " + id;
                    case ROUTE_TABLE -> "ec2 describe-route-tables --route-table-ids " + id;
                    case INTERNET_GATEWAY ->
                        resource instanceof InternetGateway it && it.egressOnly()
                                ? "ec2 describe-egress-only-internet-gateways --egress-only-internet-gateway-ids " + id
                                : "ec2 describe-internet-gateways --internet-gateway-ids " + id;
                    case NAT_GATEWAY -> "ec2 describe-nat-gateways --nat-gateway-ids " + id;
                    case TRANSIT_GATEWAY -> "ec2 describe-transit-gateways --transit-gateway-ids " + id;
                    case TRANSIT_GATEWAY_ATTACHMENT ->
                        "ec2 describe-transit-gateway-attachments --transit-gateway-attachment-ids " + id;
                    case TRANSIT_GATEWAY_ROUTE_TABLE ->
                        "ec2 search-transit-gateway-routes --transit-gateway-route-table-id " + id
                                + " --filters Name=state,Values=active,blackhole";
                    case PEERING_CONNECTION ->
                        "ec2 describe-vpc-peering-connections --vpc-peering-connection-ids " + id;
                    case VPC_ENDPOINT -> "ec2 describe-vpc-endpoints --vpc-endpoint-ids " + id;
                    case PREFIX_LIST -> "ec2 get-managed-prefix-list-entries --prefix-list-id " + id;
                    case NETWORK_INTERFACE -> "ec2 describe-network-interfaces --network-interface-ids " + id;
                    case FLOW_LOG -> "ec2 describe-flow-logs --flow-log-ids " + id;
                    case LAUNCH_TEMPLATE -> "ec2 describe-launch-templates --launch-template-ids " + id;
                    case SCALING_GROUP -> "autoscaling describe-auto-scaling-groups --auto-scaling-group-names " + id;
                    case LOAD_BALANCER ->
                        resource instanceof LoadBalancer it && it.balancerType() == LoadBalancerType.CLASSIC
                                ? "elb describe-load-balancers --load-balancer-names " + quote(it.name())
                                : "elbv2 describe-load-balancers --load-balancer-arns " + id;
                    case LISTENER -> "elbv2 describe-listeners --listener-arns " + id;
                    case LISTENER_RULE -> "elbv2 describe-rules --rule-arns " + id;
                    case TARGET_GROUP -> "elbv2 describe-target-groups --target-group-arns " + id;
                    case DATABASE -> "rds describe-db-instances --db-instance-identifier " + id;
                    case DATABASE_CLUSTER -> "rds describe-db-clusters --db-cluster-identifier " + id;
                    case DATABASE_SNAPSHOT ->
                        resource instanceof DatabaseSnapshot it && it.ofCluster()
                                ? "rds describe-db-cluster-snapshots --db-cluster-snapshot-identifier " + id
                                : "rds describe-db-snapshots --db-snapshot-identifier " + id;
                    case FILE_SYSTEM -> "efs describe-file-systems --file-system-id " + id;
                    case MOUNT_TARGET -> "efs describe-mount-targets --mount-target-id " + id;
                    case HOSTED_ZONE -> "route53 get-hosted-zone --id " + id;
                    case HEALTH_CHECK -> "route53 get-health-check --health-check-id " + id;
                    case RECORD_SET -> records(resource);
                    case ALARM ->
                        "cloudwatch describe-alarms --alarm-names "
                                + quote(resource instanceof Alarm it ? it.name() : resource.name());
                    case LOG_GROUP -> "logs describe-log-groups --log-group-name-prefix " + id;
                };
        return "aws " + command + " --region " + quote(region);
    }

    private static String records(Resource resource) {
        if (!(resource instanceof RecordSet it)) {
            return "route53 list-hosted-zones";
        }
        return "route53 list-resource-record-sets --hosted-zone-id " + quote(it.hostedZoneId())
                + " --start-record-name " + quote(it.name()) + " --start-record-type " + quote(it.recordType())
                + " --max-items 1";
    }

    /** A text as one word of a POSIX shell, whatever it holds. */
    public static String quote(String text) {
        return PLAIN.matcher(text).matches() && !text.startsWith("-") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
