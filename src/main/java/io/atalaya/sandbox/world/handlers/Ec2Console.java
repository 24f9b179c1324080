package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputRequest;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputResponse;
import software.amazon.awssdk.services.ec2.model.Instance;

/** The serial console: what a Linux writes while it boots. EC2 has it some minutes after the start and takes no newer one. */
final class Ec2Console {
    private static final Duration TAKEN_OVER_AFTER = Duration.ofMinutes(4);

    private Ec2Console() {}

    static void register(Operations ec2) {
        ec2.on("GetConsoleOutput", GetConsoleOutputRequest.class, GetConsoleOutputResponse.class, Ec2Console::output);
    }

    private static GetConsoleOutputResponse output(World world, GetConsoleOutputRequest request, Call call) {
        Instance instance = Ec2Instances.QUERY
                .page(world.compute().instances().all(), List.of(request.instanceId()), List.of(), null, null)
                .items()
                .getFirst();
        Instant taken = instance.launchTime().plus(TAKEN_OVER_AFTER);
        boolean there = !taken.isAfter(world.now());
        String text = there ? boot(instance) : "";
        return GetConsoleOutputResponse.builder()
                .instanceId(instance.instanceId())
                .timestamp(there ? taken : world.now())
                .output(Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static String boot(Instance instance) {
        String host = "ip-" + String.valueOf(instance.privateIpAddress()).replace('.', '-');
        return String.join(
                "\r\n",
                kernel(
                        0,
                        "Linux version 3.10.0-1160.119.1.el7.x86_64 (mockbuild@kbuilder) (gcc version 4.8.5 20150623)"),
                kernel(
                        0,
                        "Command line: BOOT_IMAGE=/boot/vmlinuz-3.10.0-1160.119.1.el7.x86_64 ro console=tty0"
                                + " console=ttyS0,115200n8 crashkernel=auto net.ifnames=0"),
                kernel(0.4, "DMI: Amazon EC2 " + instance.instanceTypeAsString() + "/, BIOS 1.0 10/16/2017"),
                kernel(1.2, "nvme nvme0: pci function 0000:00:04.0"),
                kernel(1.9, "XFS (nvme0n1p1): Mounting V4 Filesystem"),
                kernel(2.3, "systemd[1]: Set hostname to <" + host + ">."),
                kernel(6.8, "ena 0000:00:05.0 eth0: Local page cache is disabled for less than 16 channels"),
                "cloud-init[3104]: Cloud-init v. 19.4 running 'modules:final'. Up 14.62 seconds.",
                "ci-info: | eth0 | True | " + instance.privateIpAddress() + " | 255.255.255.0 | global |",
                "",
                "CentOS Linux 7 (Core)",
                "Kernel 3.10.0-1160.119.1.el7.x86_64 on an x86_64",
                "",
                host + " login: ");
    }

    private static String kernel(double seconds, String message) {
        return String.format(Locale.ROOT, "[%12.6f] %s", seconds, message);
    }
}
