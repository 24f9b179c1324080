package io.atalaya.sandbox.world.citsmart;

import java.util.List;

/** The ids of the deployment: constants, so that tests, pictures and log lines can name them. */
public final class CitsmartIds {
    public static final String ACCOUNT = "222233334444";
    public static final String REGION = "sa-east-1";
    /** Where copies of the database's snapshots go. */
    public static final String BACKUP_REGION = "us-east-1";

    public static final String ZONE_A = "sa-east-1a";
    public static final String ZONE_B = "sa-east-1b";
    public static final String ZONE_C = "sa-east-1c";
    public static final List<String> ZONES = List.of(ZONE_A, ZONE_B, ZONE_C);

    public static final String VPC = "vpc-0c175a7e4d1b90263";
    /** By zone: a, b, c. */
    public static final List<String> PUBLIC =
            List.of("subnet-0a11c175a7e4d1b90", "subnet-0a22c175a7e4d1b91", "subnet-0a33c175a7e4d1b92");
    /** By zone: a, b, c. */
    public static final List<String> APP =
            List.of("subnet-0b11c175a7e4d1b90", "subnet-0b22c175a7e4d1b91", "subnet-0b33c175a7e4d1b92");
    /** By zone: a, b, c. */
    public static final List<String> DATA =
            List.of("subnet-0d11c175a7e4d1b90", "subnet-0d22c175a7e4d1b91", "subnet-0d33c175a7e4d1b92");

    public static final String RTB_MAIN = "rtb-0e10c175a7e4d1b90";
    public static final String RTB_PUBLIC = "rtb-0e20c175a7e4d1b91";
    public static final String RTB_APP = "rtb-0e30c175a7e4d1b92";
    public static final String RTB_DATA = "rtb-0e40c175a7e4d1b93";
    public static final String IGW = "igw-0f50c175a7e4d1b94";
    public static final String VGW = "vgw-0f60c175a7e4d1b95";
    public static final String CGW = "cgw-0f70c175a7e4d1b96";
    public static final String VPN = "vpn-0f80c175a7e4d1b97";

    public static final String FLOW_LOG = "fl-0f90c175a7e4d1b98";

    public static final String SG_ELB = "sg-0101c175a7e4d1b90";
    public static final String SG_APP = "sg-0202c175a7e4d1b91";
    public static final String SG_SERVICES = "sg-0303c175a7e4d1b92";
    public static final String SG_DB = "sg-0404c175a7e4d1b93";
    public static final String SG_DEFAULT = "sg-0505c175a7e4d1b94";
    public static final String ACL_DATA = "acl-0606c175a7e4d1b95";
    public static final String ACL_DEFAULT = "acl-0707c175a7e4d1b96";

    public static final String APP_1A = "i-0a1e5c175a7e4d1b9";
    public static final String APP_1B = "i-0b2e5c175a7e4d1b9";
    public static final String APP_1C = "i-0c3e5c175a7e4d1b9";
    public static final String SERVICES_1A = "i-0a4f6c175a7e4d1b9";
    public static final String SERVICES_1B = "i-0b5f6c175a7e4d1b9";
    public static final String SERVICES_1C = "i-0c6f6c175a7e4d1b9";

    public static final String IMAGE_AMAZON = "ami-0b04c175a7e4d1b90";
    public static final String IMAGE_JBOSS = "ami-0b14c175a7e4d1b91";
    public static final String IMAGE_WILDFLY = "ami-0b24c175a7e4d1b92";
    public static final String TEMPLATE = "lt-0c84c175a7e4d1b93";
    public static final String TEMPLATE_NAME = "citsmart-app-lt";
    public static final String SCALING_GROUP = "citsmart-asg";

    public static final String ELB_SUFFIX = "app/citsmart-elb/3c175a7e4d1b9026";
    public static final String HTTPS_SUFFIX = ELB_SUFFIX + "/4d286b8f5e2ca137";
    public static final String HTTP_SUFFIX = ELB_SUFFIX + "/5e397ca06f3db248";
    public static final String WEB_SUFFIX = "targetgroup/web-8080/6f4a8db1704ec359";
    public static final String TIKA_SUFFIX = "targetgroup/tika-9998/705b9ec2815fd46a";
    public static final String SOLR_SUFFIX = "targetgroup/solr-8983/816cafd39260e57b";
    public static final String ACTIVEMQ_SUFFIX = "targetgroup/activemq-8161/927db0e4a371f68c";

    public static final String ELB = arn("elasticloadbalancing", "loadbalancer/" + ELB_SUFFIX);
    public static final String HTTPS = arn("elasticloadbalancing", "listener/" + HTTPS_SUFFIX);
    public static final String HTTP = arn("elasticloadbalancing", "listener/" + HTTP_SUFFIX);
    public static final String WEB = arn("elasticloadbalancing", WEB_SUFFIX);
    public static final String TIKA = arn("elasticloadbalancing", TIKA_SUFFIX);
    public static final String SOLR = arn("elasticloadbalancing", SOLR_SUFFIX);
    public static final String ACTIVEMQ = arn("elasticloadbalancing", ACTIVEMQ_SUFFIX);
    public static final String CERTIFICATE = arn("acm", "certificate/9c175a7e-4d1b-4902-8637-c175a7e4d1b9");
    public static final String ELB_DNS = "citsmart-elb-1175740263.sa-east-1.elb.amazonaws.com";
    /** The hosted zone of all application balancers of sa-east-1. */
    public static final String ELB_ZONE = "Z2P70J7HTTTPLU";

    /** The hosted zone of all website endpoints of S3 in sa-east-1. */
    public static final String WEBSITE_ZONE = "Z7KQH4QJS55SO";

    public static final String DATABASE = "citsmart-db";
    public static final String DOMAIN = "citsmart.example";
    public static final String SITE = "itsm." + DOMAIN;
    public static final String ZONE = "Z0C175A7E4D1B90263AB";
    public static final String PRIVATE_ZONE = "Z0D286B8F5E2CA1374BC";
    public static final String CHECK_HTTPS = "c175a7e4-d1b9-4026-83ab-0d286b8f5e2c";
    public static final String CHECK_HTTP = "d286b8f5-e2ca-4137-94bc-1e397ca06f3d";
    public static final String CHECK_MAINTENANCE = "e397ca06-f3db-4248-a5cd-2f4a8db1704e";

    private CitsmartIds() {}

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ':' + REGION + ':' + ACCOUNT + ':' + resource;
    }
}
