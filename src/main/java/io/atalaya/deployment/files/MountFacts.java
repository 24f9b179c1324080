package io.atalaya.deployment.files;

import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.Subnet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mount target with what stands around it.
 *
 * @param zone its own word, or its subnet's; empty where neither is known
 * @param groups its security groups as far as they were read
 * @param clients running instances of its zone and network
 * @param shutOut those of them whose requests to port 2049 security groups stop, by name
 */
public record MountFacts(
        MountTarget mount,
        String zone,
        @Nullable Subnet subnet,
        List<SecurityGroup> groups,
        int clients,
        List<String> shutOut) {
    public MountFacts {
        groups = List.copyOf(groups);
        shutOut = List.copyOf(shutOut);
    }
}
