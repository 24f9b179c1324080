package io.atalaya.deployment.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
    private final DeploymentIndex index = new DeploymentIndex(CheckOp.incident());

    private List<String> facts(ResourceType type, String id) {
        return Facts.of(index.find(new ResourceRef(type, id)).orElseThrow(), index).stream()
                .map(FactsTest::line)
                .toList();
    }

    private static String line(Fact fact) {
        var text =
                switch (fact.value()) {
                    case FactValue.Text it -> it.text();
                    case FactValue.Moment it -> it.at().toString();
                    case FactValue.Words it -> it.key() + it.arguments();
                    case FactValue.Link it -> it.text();
                };
        return fact.label().substring("fact.".length()) + ": " + text;
    }

    @Test
    void theInstancesOfTheDocument() {
        assertThat(facts(ResourceType.INSTANCE, CheckOp.ASG_1D))
                .contains(
                        "type: t3.xlarge · 4 vCPU · 16 GiB",
                        "system: CentOS 7.9",
                        "disk: 50 GiB gp3",
                        "zone: us-east-1d",
                        "elasticIp: eipalloc-2",
                        "scalingGroup: AUTOChOp-asg",
                        "lifecycle: InService · Healthy",
                        "target: ChOp-web:8080 · unhealthy · Target.Timeout");
    }

    @Test
    void theBalancerOfTheDocument() {
        assertThat(facts(ResourceType.LOAD_BALANCER, Sample.balancerArn("Progresus-ELB")))
                .contains(
                        "dnsName: Progresus-ELB-195469790.us-east-1.elb.amazonaws.com",
                        "state: active",
                        "zones: us-east-1a, us-east-1d",
                        "balancerType: application");
    }

    @Test
    void theDatabaseOfTheDocument() {
        assertThat(facts(ResourceType.DATABASE, "dbprogressus"))
                .contains(
                        "role: Instance",
                        "engine: MySQL Community 8.0.39",
                        "zone: us-east-1a",
                        "class: db.r5.xlarge",
                        "size: 4 vCPU · 32 GiB",
                        "allocated: 217 GiB",
                        "autoscaling: fact.yes[]",
                        "maxAllocated: 1000 GiB");
    }

    @Test
    void theFileSystemTheZoneAndTheAddressesOfTheDocument() {
        assertThat(facts(ResourceType.FILE_SYSTEM, "fs-1")).contains("size: 200.2 GiB");
        assertThat(facts(ResourceType.HOSTED_ZONE, "Z1")).contains("zoneKind: fact.public[]", "recordSets: 8");
        assertThat(facts(ResourceType.ELASTIC_IP, "eipalloc-1"))
                .contains("publicIp: 203.0.113.21", "attachedTo: AUTOChOp · " + CheckOp.ASG_1A);
    }

    @Test
    void everyFactHasALabelATextAndAPartOfTheDeployment() {
        for (Part<?> part : Parts.all()) {
            for (var item : index.deployment().items(part)) {
                if (item instanceof Resource resource) {
                    assertThat(Facts.of(resource, index))
                            .as(resource.toString())
                            .isNotEmpty()
                            .allSatisfy(fact -> {
                                assertThat(fact.label()).startsWith("fact.");
                                assertThat(line(fact)).doesNotContain("null").doesNotEndWith(": ");
                                assertThat(Parts.all()).contains(fact.source());
                            });
                }
            }
        }
    }

    @Test
    void whatWasNotReadIsLeftOutOrSaidNeverInvented() {
        var poor = new DeploymentIndex(
                Sample.with(Sample.empty(), Parts.INSTANCES, List.of(Sample.instance("i-1", "running"))));
        var lines = Facts.of(
                        poor.find(new ResourceRef(ResourceType.INSTANCE, "i-1")).orElseThrow(), poor)
                .stream()
                .map(FactsTest::line)
                .toList();
        assertThat(lines).contains("type: t3.xlarge", "system: Linux/UNIX", "subnet: subnet-1d");
        assertThat(lines).noneMatch(line -> line.startsWith("disk:") || line.startsWith("target:"));
    }
}
