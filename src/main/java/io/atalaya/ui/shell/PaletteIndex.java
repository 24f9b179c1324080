package io.atalaya.ui.shell;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Vpc;
import io.atalaya.deployment.facts.Arns;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes palette entries of every resource of a snapshot. Once per opening of the palette, not per key typed. */
final class PaletteIndex {
    private final Texts texts;

    PaletteIndex(Texts texts) {
        this.texts = texts;
    }

    List<PaletteEntry> resources(Deployment deployment, Instant now) {
        var index = deployment.index();
        var entries = new ArrayList<PaletteEntry>();
        for (var part : Parts.all()) {
            var freshness = deployment.observed(part).freshness(now);
            for (var item : deployment.items(part)) {
                if (item instanceof Resource resource) {
                    entries.add(entry(resource, index, freshness));
                }
            }
        }
        return List.copyOf(entries);
    }

    private PaletteEntry entry(Resource resource, DeploymentIndex index, Freshness freshness) {
        var words = new ArrayList<String>();
        words.add(resource.id());
        Arns.of(resource, index.deployment()).ifPresent(words::add);
        resource.tags().forEach((key, value) -> {
            words.add(value);
            words.add(key + "=" + value);
        });
        addresses(resource).filter(Objects::nonNull).forEach(words::add);
        var address = addresses(resource).filter(Objects::nonNull).findFirst();
        return new PaletteEntry(
                texts.get("shell.kind." + resource.type().name().toLowerCase(Locale.ROOT)),
                resource.name(),
                address.map(it -> shortId(resource) + "  " + it).orElse(shortId(resource)),
                words,
                Conditions.any(resource, index)
                        .map(it -> new Seen(it, freshness))
                        .orElse(null),
                new PaletteEntry.Goal.Reveal(resource.ref()));
    }

    /** The id where it is not the name again; of an ARN its last field, which is what tells it apart. */
    private static String shortId(Resource resource) {
        var id = resource.id();
        if (id.equals(resource.name())) {
            return "";
        }
        return id.startsWith("arn:") ? id.substring(id.lastIndexOf(':') + 1) : id;
    }

    private static Stream<@Nullable String> addresses(Resource resource) {
        return switch (resource) {
            case Instance it -> Stream.of(it.privateIp(), it.publicIp(), it.zone());
            case ElasticIp it -> Stream.of(it.publicIp(), it.privateIp());
            case LoadBalancer it -> Stream.of(it.dnsName());
            case Database it -> Stream.of(it.endpoint());
            case MountTarget it -> Stream.of(it.ip());
            case Subnet it -> it.blocks().stream();
            case Vpc it -> it.blocks().stream();
            default -> Stream.empty();
        };
    }
}
