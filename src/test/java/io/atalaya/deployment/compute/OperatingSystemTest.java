package io.atalaya.deployment.compute;

import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatingSystemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CentOS-7-2111-20220825_1.x86_64-d9a3032a-921c-4c6d-b150-bde168105e42 | CentOS 7",
                "CentOS Linux 7 x86_64 HVM EBS ENA 2002_01 | CentOS 7",
                "CentOS Stream 9 x86_64 | CentOS 9",
                "amzn2-ami-kernel-5.10-hvm-2.0.20240620.0-x86_64-gp2 | Amazon Linux 2",
                "al2023-ami-2023.5.20240624.0-kernel-6.1-x86_64 | Amazon Linux 2023",
                "Amazon Linux 2 AMI | Amazon Linux 2",
                "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240614 | Ubuntu 22.04",
                "debian-12-amd64-20240507-1740 | Debian 12",
                "RHEL-9.4.0_HVM-20240605-x86_64-82-Hourly2-GP3 | RHEL 9.4",
                "Rocky-9-EC2-Base-9.4-20240509.0.x86_64 | Rocky Linux 9",
                "AlmaLinux OS 9.4.20240507 x86_64 | AlmaLinux 9.4",
                "OL8.9-x86_64-HVM-2024-02-02 | Oracle Linux 8.9",
                "suse-sles-15-sp5-v20240129-hvm-ssd-x86_64 | SUSE 15",
                "Windows_Server-2022-English-Full-Base-2024.06.13 | Windows Server 2022",
                "ChOp-2026-11-23 | Linux/UNIX",
            })
    void isReadFromTheNameOfTheImage(String name, String expected) {
        var index = index(image("ami-x", name, null, null));
        assertThat(OperatingSystem.of(image("ami-x", name, null, null), index))
                .map(OperatingSystem::name)
                .contains(expected);
    }

    @Test
    void isThatOfTheImageTheBaseMachineCameFrom() {
        var deployment = CheckopSample.healthy();
        var index = new ComputeIndex(new DeploymentIndex(deployment));
        assertThat(InstanceFacts.all(index)).allSatisfy(each -> assertThat(each.system())
                .isEqualTo(new OperatingSystem("CentOS 7", "CentOS-7-2111-20220825_1.x86_64-d9a3032a")));
    }

    @Test
    void aCircleOfImagesEnds() {
        var one = image("ami-1", "one", "ami-2", null);
        var two = image("ami-2", "two", "ami-1", null);
        assertThat(OperatingSystem.of(one, index(one, two)))
                .map(OperatingSystem::name)
                .contains("Linux/UNIX");
    }

    private static DeploymentIndex index(Image... images) {
        return new DeploymentIndex(Sample.with(Sample.empty(), Parts.IMAGES, List.of(images)));
    }

    private static Image image(String id, String name, @Nullable String sourceImage, @Nullable String sourceInstance) {
        return new Image(
                id,
                name,
                null,
                "available",
                "1",
                "Linux/UNIX",
                "x86_64",
                NOW,
                sourceImage,
                sourceInstance,
                List.of(),
                Map.of());
    }
}
