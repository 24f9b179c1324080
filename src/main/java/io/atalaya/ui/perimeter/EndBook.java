package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Ip;
import io.atalaya.deployment.reach.End;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be at an end of a question in one snapshot: resources by name, id and address, blocks, the world. */
final class EndBook {
    /** What ends are named from. */
    static final List<Part<?>> MADE_OF = List.of(
            Parts.LOAD_BALANCERS,
            Parts.INSTANCES,
            Parts.DATABASES,
            Parts.DATABASE_CLUSTERS,
            Parts.FILE_SYSTEMS,
            Parts.MOUNT_TARGETS,
            Parts.NAT_GATEWAYS,
            Parts.VPC_ENDPOINTS,
            Parts.NETWORK_INTERFACES,
            Parts.SUBNETS,
            Parts.VPCS,
            Parts.VPN_CONNECTIONS);

    private static final List<Part<? extends Resource>> RESOURCES = List.of(
            Parts.LOAD_BALANCERS,
            Parts.INSTANCES,
            Parts.DATABASES,
            Parts.DATABASE_CLUSTERS,
            Parts.FILE_SYSTEMS,
            Parts.MOUNT_TARGETS,
            Parts.NAT_GATEWAYS,
            Parts.VPC_ENDPOINTS);

    private final Texts texts;
    private final Deployment deployment;
    private final List<EndChoice> choices = new ArrayList<>();
    private final Map<String, EndChoice> byText = new HashMap<>();
    private final Map<ResourceRef, EndChoice> byRef = new HashMap<>();

    EndBook(Texts texts, Deployment deployment) {
        this.texts = texts;
        this.deployment = deployment;
        outside("internet", End.Internet.FOUR, "internet");
        outside("internet6", End.Internet.SIX, "internet-ipv6");
        outside("onPremises", new End.OnPremises(null), "on-premises");
        var resources = new ArrayList<Resource>();
        RESOURCES.forEach(part -> resources.addAll(deployment.items(part)));
        names(resources).forEach(this::resource);
        for (var vpn : deployment.items(Parts.VPN_CONNECTIONS)) {
            var name = vpn.customerName() == null ? vpn.name() : vpn.customerName();
            add(
                    new EndChoice(
                            texts.get("perimeter.end.behind", name),
                            String.join(", ", vpn.routes()),
                            texts.get("perimeter.end.kind.network"),
                            new End.OnPremises(vpn.id()),
                            vpn.ref(),
                            String.join("\n", name, vpn.id(), vpn.name())),
                    vpn.id());
        }
        for (var subnet : deployment.items(Parts.SUBNETS)) {
            network(subnet, subnet.blocks());
        }
        for (var vpc : deployment.items(Parts.VPCS)) {
            network(vpc, vpc.blocks());
        }
        for (var each : deployment.items(Parts.NETWORK_INTERFACES)) {
            if (each.instanceId() == null) {
                nic(each);
            }
        }
    }

    private void outside(String key, End end, String typed) {
        add(
                new EndChoice(
                        texts.get("perimeter.end." + key),
                        texts.get("perimeter.end." + key + ".detail"),
                        texts.get("perimeter.end.kind.world"),
                        end,
                        null,
                        typed + "\n" + texts.get("perimeter.end." + key)),
                typed);
    }

    /** All of its blocks are asked: of IPv6 too, and those that were added later. */
    private void network(Resource of, List<String> blocks) {
        var told = String.join(", ", blocks);
        add(
                new EndChoice(
                        of.name(),
                        told,
                        texts.get("inspector.type." + of.type()),
                        new End.Of(of.ref()),
                        of.ref(),
                        String.join("\n", of.name(), of.id(), told)),
                of.id());
    }

    private void nic(NetworkInterface each) {
        add(
                new EndChoice(
                        each.id(),
                        address(each),
                        texts.get("inspector.type." + each.type()),
                        new End.Of(each.ref()),
                        each.ref(),
                        String.join("\n", each.id(), each.name(), each.description(), address(each))),
                each.id());
    }

    /** Names that several have get a zone, and where that does not help an id. */
    private Map<Resource, String> names(List<Resource> resources) {
        var plain = count(resources, this::name);
        var zoned = count(resources, each -> name(each) + " " + zone(each));
        var names = new java.util.LinkedHashMap<Resource, String>();
        for (var each : resources) {
            var name = name(each);
            if (plain.getOrDefault(name, 0L) > 1) {
                var more = name + " " + zone(each);
                name = !zone(each).isEmpty() && zoned.getOrDefault(more, 0L) == 1 ? more : name + " " + tail(each.id());
            }
            names.put(each, name);
        }
        return names;
    }

    private static Map<String, Long> count(
            List<Resource> resources, java.util.function.Function<Resource, String> name) {
        return resources.stream().collect(Collectors.groupingBy(name, Collectors.counting()));
    }

    private String name(Resource each) {
        return each instanceof MountTarget mount
                ? deployment
                                .index()
                                .find(FileSystem.class, ResourceType.FILE_SYSTEM, mount.fileSystemId())
                                .map(FileSystem::name)
                                .orElse(mount.fileSystemId())
                        + " " + mount.name()
                : each.name();
    }

    private static String zone(Resource each) {
        return each instanceof Instance instance ? instance.zone() : "";
    }

    private static String tail(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private void resource(Resource each, String name) {
        add(
                new EndChoice(
                        name,
                        address(each),
                        texts.get("inspector.type." + each.type()),
                        new End.Of(each.ref()),
                        each.ref(),
                        String.join("\n", name, each.id(), address(each))),
                each.id());
    }

    private static String address(Resource each) {
        return switch (each) {
            case Instance it ->
                Stream.of(it.privateIp(), it.publicIp())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
            case MountTarget it -> it.ip() == null ? "" : it.ip();
            case LoadBalancer it -> it.scheme();
            case NetworkInterface it ->
                it.privateIps().isEmpty() ? "" : it.privateIps().getFirst();
            case io.atalaya.deployment.Database it -> it.engine();
            case io.atalaya.deployment.NatGateway it -> it.publicIp() == null ? "" : it.publicIp();
            default -> "";
        };
    }

    private void add(EndChoice choice, String id) {
        choices.add(choice);
        byText.putIfAbsent(key(choice.text()), choice);
        byText.putIfAbsent(key(id), choice);
        if (choice.resource() != null) {
            byRef.putIfAbsent(choice.resource(), choice);
        }
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** How a resource is named here; empty for those that are no end. */
    Optional<EndChoice> of(ResourceRef resource) {
        return Optional.ofNullable(byRef.get(resource));
    }

    /** How this end is named here; an address or a block by itself. */
    Optional<EndChoice> of(End end) {
        return switch (end) {
            case End.Of it -> of(it.resource());
            case End.Host it -> Optional.of(plain(it.address().toString(), end));
            case End.Network it -> parse(it.block().toString());
            default -> choices.stream().filter(each -> each.end().equals(end)).findFirst();
        };
    }

    /** What was typed: a name, an id, an address, a block; the one thing it can mean. Empty when it means none or several. */
    Optional<EndChoice> parse(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var known = byText.get(key(text));
        if (known != null) {
            return Optional.of(known);
        }
        var address = Ip.parse(text);
        if (address.isPresent()) {
            return Optional.of(plain(text, new End.Host(address.get())));
        }
        var block = text.indexOf('/') < 0 ? Optional.<Block>empty() : Block.parse(text);
        if (block.isPresent()) {
            return Optional.of(plain(text, new End.Network(block.get())));
        }
        var meant = choices.stream()
                .filter(each -> Words.admits(text, each.words()))
                .limit(2)
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private EndChoice plain(String text, End end) {
        var of = deployment.items(Parts.INSTANCES).stream()
                .filter(each -> text.equals(each.privateIp()) || text.equals(each.publicIp()))
                .map(Resource::name)
                .findFirst()
                .orElse("");
        return new EndChoice(
                text,
                of,
                texts.get(end instanceof End.Host ? "perimeter.end.kind.address" : "perimeter.end.kind.block"),
                end,
                null,
                text);
    }

    /** What it may become, those first that begin as it was typed. */
    List<EndChoice> complete(@Nullable String typed, int most) {
        var text = typed == null ? "" : typed.strip();
        var begun = text.toLowerCase(Locale.ROOT);
        var found = new ArrayList<EndChoice>();
        if (Ip.parse(text).isPresent()
                || text.indexOf('/') > 0 && Block.parse(text).isPresent()) {
            parse(text).ifPresent(found::add);
        }
        choices.stream()
                .filter(each -> Words.admits(text, each.words()))
                .sorted(Comparator.comparing(
                        each -> !each.text().toLowerCase(Locale.ROOT).startsWith(begun)))
                .limit(most - found.size())
                .forEach(found::add);
        return found;
    }
}
