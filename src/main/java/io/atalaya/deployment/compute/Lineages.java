package io.atalaya.deployment.compute;

import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the lineages of a deployment: everything that hangs together by images is one. */
public final class Lineages {
    /** Images that nothing uses are shown up to this many, newest first. */
    static final int UNUSED_IMAGES_SHOWN = 2;

    private final ComputeIndex index;
    private final ImageFamilies families;
    private final Map<String, LineageStep> steps = new LinkedHashMap<>();
    private final List<LineageLink> links = new ArrayList<>();
    private final Map<String, String> parents = new HashMap<>();

    private Lineages(ComputeIndex index) {
        this.index = index;
        this.families = new ImageFamilies(index.deployment().items(Parts.IMAGES));
    }

    /** All lineages by name. Empty while neither images nor templates are known. */
    public static List<Lineage> of(ComputeIndex index) {
        var lineages = new Lineages(index);
        lineages.addImages();
        lineages.addGroups();
        lineages.addMachinesOutsideGroups();
        return lineages.collect();
    }

    private void addImages() {
        var byKey = new HashMap<String, String>();
        for (var image : index.deployment().items(Parts.IMAGES)) {
            var made = made(image.id());
            for (var key : ImageFamilies.keys(image)) {
                var first = byKey.putIfAbsent(key, made.key());
                if (first != null) {
                    unite(first, made.key());
                }
            }
            if (image.sourceInstanceId() != null) {
                var base =
                        add(new LineageStep.Base(image.sourceInstanceId(), index.instance(image.sourceInstanceId())));
                link(base, made, true);
            }
        }
    }

    private void addGroups() {
        for (var group : index.deployment().items(Parts.SCALING_GROUPS)) {
            var template = index.template(group.launchTemplateId());
            var version = TemplateVersions.of(group, index).orElse(null);
            var step = add(new LineageStep.Group(group));
            var started = version == null ? null : version.imageId();
            if (template != null && version != null) {
                var current = started != null && isNewest(started);
                var from = add(new LineageStep.Template(template, version, current));
                if (started != null) {
                    link(made(started), from, current);
                }
                link(from, step, true);
            }
            var byImage = new TreeMap<String, List<Instance>>();
            for (var member : group.members()) {
                var instance = index.instance(member.instanceId());
                if (instance != null && instance.imageId() != null) {
                    byImage.computeIfAbsent(instance.imageId(), unused -> new ArrayList<>())
                            .add(instance);
                }
            }
            byImage.forEach((imageId, instances) -> {
                var current = started == null || started.equals(imageId);
                link(step, add(new LineageStep.Machines(group.name(), imageId, instances, current)), current);
                unite(made(imageId).key(), step.key());
            });
        }
    }

    /** Machines started by hand from an image that was made here; base machines stand at the other end already. */
    private void addMachinesOutsideGroups() {
        var byImage = new TreeMap<String, List<Instance>>();
        for (var instance : index.deployment().items(Parts.INSTANCES)) {
            var image = index.image(instance.imageId());
            if (image != null
                    && image.sourceInstanceId() != null
                    && index.groupOf(instance.id()) == null
                    && !steps.containsKey(new LineageStep.Base(instance.id(), instance).key())) {
                byImage.computeIfAbsent(image.id(), unused -> new ArrayList<>()).add(instance);
            }
        }
        byImage.forEach((imageId, instances) -> {
            var current = isNewest(imageId);
            link(made(imageId), add(new LineageStep.Machines(null, imageId, instances, current)), current);
        });
    }

    private boolean isNewest(String imageId) {
        var image = index.image(imageId);
        return image != null && families.newerThan(image).isEmpty();
    }

    private LineageStep made(String imageId) {
        return add(new LineageStep.Made(imageId, index.image(imageId), isNewest(imageId)));
    }

    private LineageStep add(LineageStep step) {
        return steps.computeIfAbsent(step.key(), unused -> step);
    }

    private void link(LineageStep from, LineageStep to, boolean current) {
        links.add(new LineageLink(from.key(), to.key(), current));
        unite(from.key(), to.key());
    }

    private void unite(String one, String other) {
        parents.put(root(one), root(other));
    }

    private String root(String key) {
        var at = key;
        for (var up = parents.get(at); up != null && !up.equals(at); up = parents.get(at)) {
            at = up;
        }
        return at;
    }

    private List<Lineage> collect() {
        var together = new LinkedHashMap<String, List<LineageStep>>();
        steps.values().forEach(step -> together.computeIfAbsent(root(step.key()), unused -> new ArrayList<>())
                .add(step));
        return together.values().stream()
                .filter(Lineages::worthShowing)
                .map(this::lineage)
                .sorted(Comparator.comparing(Lineage::name))
                .toList();
    }

    /** An image nobody starts and that came from no machine of this account has no lineage to tell. */
    private static boolean worthShowing(List<LineageStep> steps) {
        return steps.stream().anyMatch(step -> !(step instanceof LineageStep.Made));
    }

    private Lineage lineage(List<LineageStep> all) {
        var keys = new HashSet<String>();
        all.forEach(step -> keys.add(step.key()));
        var own = links.stream().filter(link -> keys.contains(link.from())).toList();
        var used = new HashSet<String>();
        own.stream().filter(link -> !link.from().startsWith("base ")).forEach(link -> used.add(link.from()));
        all.forEach(step -> {
            if (step instanceof LineageStep.Machines machines) {
                used.add("image " + machines.imageId());
            }
        });
        var hidden = hidden(all, used);
        var shown = all.stream()
                .filter(step -> !hidden.contains(step.key()))
                .sorted(Comparator.comparingInt(Lineages::column).thenComparing(Lineages::byAge))
                .toList();
        var drawn = own.stream()
                .filter(link -> !hidden.contains(link.to()))
                .distinct()
                .toList();
        return new Lineage(name(shown), shown, drawn, hidden.size());
    }

    private static Set<String> hidden(List<LineageStep> all, Set<String> used) {
        var hidden = new HashSet<String>();
        all.stream()
                .filter(step -> step instanceof LineageStep.Made made && !made.newest() && !used.contains(made.key()))
                .sorted(Lineages::byAge)
                .skip(UNUSED_IMAGES_SHOWN)
                .forEach(step -> hidden.add(step.key()));
        return hidden;
    }

    private static String name(List<LineageStep> steps) {
        return steps.stream()
                .filter(LineageStep.Group.class::isInstance)
                .map(step -> ((LineageStep.Group) step).group().name())
                .findFirst()
                .or(() -> steps.stream()
                        .filter(LineageStep.Made.class::isInstance)
                        .map(step -> (LineageStep.Made) step)
                        .map(made -> made.image() == null
                                ? made.imageId()
                                : made.image().name())
                        .findFirst())
                .orElse(steps.getFirst().key());
    }

    private static int column(LineageStep step) {
        return switch (step) {
            case LineageStep.Base unused -> 0;
            case LineageStep.Made unused -> 1;
            case LineageStep.Template unused -> 2;
            case LineageStep.Group unused -> 3;
            case LineageStep.Machines unused -> 4;
        };
    }

    private static int byAge(LineageStep left, LineageStep right) {
        if (left instanceof LineageStep.Made one && right instanceof LineageStep.Made other) {
            return -Comparator.nullsFirst(Comparator.<Instant>naturalOrder()).compare(madeAt(one), madeAt(other));
        }
        return left.key().compareTo(right.key());
    }

    private static @Nullable Instant madeAt(LineageStep.Made step) {
        Image image = step.image();
        return image == null ? null : image.createdAt();
    }
}
