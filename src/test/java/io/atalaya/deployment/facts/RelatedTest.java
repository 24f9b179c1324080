package io.atalaya.deployment.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelatedTest {
    private final DeploymentIndex index = new DeploymentIndex(CheckOp.incident());

    private Resource find(ResourceType type, String id) {
        return index.find(new ResourceRef(type, id)).orElseThrow();
    }

    private List<Resource> all() {
        var all = new ArrayList<Resource>();
        for (Part<?> part : Parts.all()) {
            for (var item : index.deployment().items(part)) {
                if (item instanceof Resource resource) {
                    all.add(resource);
                }
            }
        }
        return all;
    }

    @Test
    void anInstanceKnowsWhatItNamesAndWhatNamesIt() {
        assertThat(Related.of(find(ResourceType.INSTANCE, CheckOp.ASG_1D), index))
                .extracting(Resource::type)
                .containsExactlyInAnyOrder(
                        ResourceType.VPC,
                        ResourceType.SUBNET,
                        ResourceType.SECURITY_GROUP,
                        ResourceType.IMAGE,
                        ResourceType.VOLUME,
                        ResourceType.ELASTIC_IP,
                        ResourceType.SCALING_GROUP,
                        ResourceType.TARGET_GROUP,
                        ResourceType.TARGET_GROUP);
    }

    @Test
    void relationIsMutual() {
        for (var one : all()) {
            for (var other : Related.of(one, index)) {
                assertThat(Related.of(other, index)).contains(one);
            }
        }
    }

    @Test
    void everyResourceHasACommandAndAPage() {
        for (var resource : all()) {
            assertThat(CliText.of(resource, "us-east-1")).startsWith("aws ").contains(" --region us-east-1");
            assertThat(ConsoleLinks.of(resource, index.deployment()).getHost()).endsWith("console.aws.amazon.com");
        }
    }

    @Test
    void theCommandOfAnInstance() {
        assertThat(CliText.of(find(ResourceType.INSTANCE, CheckOp.ASG_1D), "us-east-1"))
                .isEqualTo("aws ec2 describe-instances --instance-ids " + CheckOp.ASG_1D + " --region us-east-1");
    }

    @Test
    void noNameBecomesACommand() {
        assertThat(CliText.quote("a b; rm -rf ~")).isEqualTo("'a b; rm -rf ~'");
        assertThat(CliText.quote("it's $(x)")).isEqualTo("'it'\\''s $(x)'");
        assertThat(CliText.quote("")).isEqualTo("''");
        assertThat(CliText.quote("--output")).isEqualTo("'--output'");
        var wild = new RecordSet("Z1", "*.checkop.co", "A", 1L, List.of(), null, null, "simple", null);
        assertThat(CliText.of(wild, "us-east-1")).contains("'*.checkop.co'");
    }

    @Test
    void arnsAreThoseOfAwsOrBuiltByItsReference() {
        var deployment = index.deployment();
        assertThat(Arns.of(find(ResourceType.INSTANCE, CheckOp.ASG_1D), deployment))
                .contains("arn:aws:ec2:us-east-1:111122223333:instance/" + CheckOp.ASG_1D);
        assertThat(Arns.of(find(ResourceType.IMAGE, "ami-1"), deployment))
                .contains("arn:aws:ec2:us-east-1::image/ami-1");
        assertThat(Arns.of(find(ResourceType.HOSTED_ZONE, "Z1"), deployment))
                .contains("arn:aws:route53:::hostedzone/Z1");
        assertThat(Arns.of(find(ResourceType.MOUNT_TARGET, "fsmt-1a"), deployment))
                .isEmpty();
        assertThat(Arns.of(
                        Sample.instance("i-1", "running"), io.atalaya.deployment.Deployment.empty("us-east-1", null)))
                .isEmpty();
    }

    @Test
    void linksFollowThePartition() {
        var china = index.deployment()
                .withCaller(new io.atalaya.deployment.Caller("1", "arn:aws-cn:sts::1:assumed-role/R/m", "x", null));
        assertThat(ConsoleLinks.of(Sample.instance("i-1", "running"), china))
                .isEqualTo(
                        URI.create(
                                "https://us-east-1.console.amazonaws.cn/ec2/home?region=us-east-1#InstanceDetails:instanceId=i-1"));
    }
}
