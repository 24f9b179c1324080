package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ip;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the internet reaches.
 *
 * @param openings by resource, address and protocol
 * @param unknown interfaces with an address of the internet of which it cannot be told, with the reasons
 */
public record Exposure(List<Opening> openings, List<Unknown> unknown) {
    public Exposure {
        openings = List.copyOf(openings);
        unknown = List.copyOf(unknown);
    }

    /** Over TCP, UDP, ICMP and every protocol that a rule names. */
    public static Exposure of(Deployment deployment) {
        return of(NetworkIndex.of(deployment));
    }

    public static Exposure of(NetworkIndex index) {
        return new ExposureScan(index).run();
    }

    /**
     * Ports of one address that the internet reaches, there and back.
     *
     * @param resource what owns the address: the instance, balancer, database or else the interface
     * @param address public, or of IPv6; null where it is not known which
     * @param from the addresses of the internet that pass
     * @param ports types and codes of ICMP ({@link Protocol#icmp}); 0 for protocols without ports
     * @param everyone whether every address of the internet passes, not only some
     * @param rules of security groups that let it in, those that let most in first; empty where no group is asked
     * @param answers what is there to answer on these ports
     */
    public record Opening(
            ResourceRef resource,
            @Nullable String interfaceId,
            @Nullable Ip address,
            Protocol protocol,
            Addresses from,
            Ports ports,
            boolean everyone,
            List<Rule.OfGroup> rules,
            Answers answers) {
        public Opening {
            rules = List.copyOf(rules);
        }

        /** A part of it. */
        Opening only(Addresses fewer, Ports some) {
            return new Opening(
                    resource,
                    interfaceId,
                    address,
                    protocol,
                    fewer,
                    some,
                    everyone && fewer.equals(from),
                    rules,
                    answers);
        }
    }

    /** Who answers behind an opening. */
    public enum Answers {
        /** Listeners of a balancer: only ports with one are here. */
        LISTENER,
        DATABASE,
        FILE_SYSTEM,
        /** An instance that runs: what listens on it is not known to AWS. */
        INSTANCE,
        /** The service or person whose interface it is. */
        OTHER
    }

    /** An address of which it cannot be told. */
    public record Unknown(
            ResourceRef resource,
            @Nullable String interfaceId,
            @Nullable Ip address,
            List<Doubt> doubts) {
        public Unknown {
            doubts = List.copyOf(doubts);
        }
    }
}
