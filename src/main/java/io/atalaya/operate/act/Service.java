package io.atalaya.operate.act;

/** A service that acts go to, under the three names AWS has for it. */
public enum Service {
    EC2("ec2", "ec2"),
    AUTO_SCALING("autoscaling", "autoscaling"),
    ELASTIC_LOAD_BALANCING_V2("elbv2", "elasticloadbalancing"),
    RDS("rds", "rds"),
    EFS("efs", "elasticfilesystem"),
    ROUTE_53("route53", "route53"),
    CLOUDWATCH("cloudwatch", "cloudwatch"),
    LOGS("logs", "logs");

    private final String command;
    private final String iamPrefix;

    Service(String command, String iamPrefix) {
        this.command = command;
        this.iamPrefix = iamPrefix;
    }

    /** Of the AWS CLI. */
    public String command() {
        return command;
    }

    /** Before the colon of an IAM action. */
    public String iamPrefix() {
        return iamPrefix;
    }
}
