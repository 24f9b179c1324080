package io.atalaya.sandbox.world.checkop;

/** The ids of the deployment: constants, so that tests, pictures and log lines can name them. */
public final class Ids {
    public static final String ACCOUNT = "111122223333";
    public static final String REGION = "us-east-1";
    public static final String ZONE_A = "us-east-1a";
    public static final String ZONE_D = "us-east-1d";

    public static final String VPC = "vpc-0a4f1c9e7b2d85310";
    public static final String PUBLIC_1A = "subnet-0d3e8a1b5c7f92046";
    public static final String PUBLIC_1D = "subnet-07b2f4c6e8d1a3950";
    public static final String DATA_1A = "subnet-0a9c5e3f1b7d28461";
    public static final String DATA_1D = "subnet-04e6d8b2a1c3f5079";
    public static final String RTB_PUBLIC = "rtb-0b8d2f4a6c1e39570";
    public static final String RTB_DATA = "rtb-05f7a9c1e3b2d4680";
    public static final String RTB_MAIN = "rtb-0e1c3a5b7d9f24680";
    public static final String IGW = "igw-06c4e2a8f1b3d5970";

    public static final String SG_ELB = "sg-03a7e5c9b1d2f4680";
    public static final String SG_APP = "sg-0c5b9d3f7a1e28460";
    public static final String SG_BASE = "sg-08f2d6b4a3c1e5790";
    public static final String SG_EFS = "sg-0e91b7c3d5a2468f0";
    public static final String SG_DB = "sg-0d7a3f9c1b5e82460";
    public static final String SG_DEFAULT = "sg-01b3d5f7a9c2e4680";

    public static final String ACL_PUBLIC = "acl-0f3b5d7a9c1e24860";
    public static final String ACL_DATA = "acl-05d2c81f7ab34e690";
    public static final String ACL_DEFAULT = "acl-09e8d7c6b5a4f3210";

    public static final String APP_1D = "i-0f3d8a6617be2c904";
    public static final String APP_1A = "i-0b7e41d2c5f9a8036";
    public static final String BASE = "i-08c25e9d71a6b34ff";

    public static final String IMAGE_BEFORE = "ami-0a1d4c7f2b5e83960";
    public static final String IMAGE_USED = "ami-06f3b9e5d1c7a2840";
    public static final String IMAGE_NEW = "ami-0e5c2a8f4d6b19370";
    public static final String IMAGE_CENTOS = "ami-0aedf6b1cb669b4c7";
    public static final String TEMPLATE = "lt-0c9e7b5d3f1a28640";
    public static final String TEMPLATE_NAME = "AUTOChOp-lt";
    public static final String SCALING_GROUP = "AUTOChOp-asg";

    public static final String ELB_SUFFIX = "app/Progresus-ELB/5f0c2d7e9b1a4836";
    public static final String HTTPS_SUFFIX = ELB_SUFFIX + "/8e1f3a5c7d9b2064";
    public static final String HTTP_SUFFIX = ELB_SUFFIX + "/2b4d6f8a1c3e5079";
    public static final String WEB_SUFFIX = "targetgroup/ChOp-web/6d0ecf831eec9f09";
    public static final String FILES_SUFFIX = "targetgroup/ChOp-files/1a7c5e93b2d4f680";

    public static final String ELB = arn("elasticloadbalancing", "loadbalancer/" + ELB_SUFFIX);
    public static final String HTTPS = arn("elasticloadbalancing", "listener/" + HTTPS_SUFFIX);
    public static final String HTTP = arn("elasticloadbalancing", "listener/" + HTTP_SUFFIX);
    public static final String WEB = arn("elasticloadbalancing", WEB_SUFFIX);
    public static final String FILES = arn("elasticloadbalancing", FILES_SUFFIX);
    public static final String CERTIFICATE = arn("acm", "certificate/3f9a1c5e-7b2d-4680-9e3c-5d7f1b2a4c68");
    public static final String ELB_DNS = "Progresus-ELB-195469790.us-east-1.elb.amazonaws.com";
    /** The hosted zone of all application balancers of us-east-1. */
    public static final String ELB_ZONE = "Z35SXDOTRQ7X7K";

    public static final String FILE_SYSTEM = "fs-0c41d7a92e58b6f03";
    public static final String MOUNT_1A = "fsmt-0b6d8f2a4c1e39570";
    public static final String MOUNT_1D = "fsmt-07a9c1e3f5b2d4680";
    public static final String DATABASE = "dbprogressus";
    public static final String ZONE = "Z08412573KQ1WDX4M7PCO";
    public static final String HEALTH_CHECK = "b6c1f0de-4a27-4d0b-9f3e-7a52c81d6e90";

    private Ids() {}

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ':' + REGION + ':' + ACCOUNT + ':' + resource;
    }
}
