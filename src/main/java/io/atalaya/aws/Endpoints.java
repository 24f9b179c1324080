package io.atalaya.aws;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * Where the services of a connection are, where not at AWS's own addresses.
 *
 * @param all for every service that is not in {@code byService}; null for AWS's own
 */
public record Endpoints(@Nullable URI all, Map<ServiceId, URI> byService) {
    /** The domain names that AWS's partitions end with, and those of its dual-stack endpoints. */
    private static final Set<String> AWS_SUFFIXES = suffixes();

    public Endpoints {
        byService = Map.copyOf(byService);
    }

    /** AWS's own addresses. */
    public static Endpoints aws() {
        return new Endpoints(null, Map.of());
    }

    public static Endpoints of(URI all) {
        return new Endpoints(all, Map.of());
    }

    /** The address of a service; empty for AWS's own. */
    public Optional<URI> of(ServiceId service) {
        return Optional.ofNullable(byService.getOrDefault(service, all));
    }

    /** Whether every service is reached at an address of AWS. */
    public boolean isAws() {
        return (all == null || isAws(all)) && byService.values().stream().allMatch(Endpoints::isAws);
    }

    static boolean isAws(URI endpoint) {
        var host = endpoint.getHost();
        if (host == null) {
            return false;
        }
        var name = host.toLowerCase(Locale.ROOT);
        return AWS_SUFFIXES.stream().anyMatch(suffix -> name.endsWith("." + suffix));
    }

    /** Whether a service is on this computer: no proxy on the way, and no account needed. */
    public static boolean isLoopback(URI endpoint) {
        var host = endpoint.getHost();
        if (host == null) {
            return false;
        }
        if (host.equalsIgnoreCase("localhost") || host.toLowerCase(Locale.ROOT).endsWith(".localhost")) {
            return true;
        }
        return isAddress(host)
                && parse(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** Only literal addresses: looking a name up would ask the network. */
    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> Character.isDigit(c) || c == '.');
    }

    private static Optional<InetAddress> parse(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty(); // not an address after all, so not this computer
        }
    }

    private static Set<String> suffixes() {
        var known = Region.regions().stream()
                .filter(region -> region.metadata() != null)
                .map(region -> region.metadata().partition().dnsSuffix())
                .collect(Collectors.toSet());
        known.add("amazonaws.com");
        known.add("amazonaws.com.cn");
        known.add("api.aws");
        return Set.copyOf(known);
    }
}
