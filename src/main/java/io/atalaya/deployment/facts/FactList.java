package io.atalaya.deployment.facts;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the facts of one resource in order; a null value is no fact. */
final class FactList {
    private final DeploymentIndex index;
    private final Part<?> part;
    private final List<Fact> facts = new ArrayList<>();

    FactList(DeploymentIndex index, Part<?> part) {
        this.index = index;
        this.part = part;
    }

    DeploymentIndex index() {
        return index;
    }

    List<Fact> done() {
        return List.copyOf(facts);
    }

    private FactList add(String label, FactValue value, boolean copyable, boolean mono, Part<?> source) {
        facts.add(new Fact("fact." + label, value, copyable, mono, source));
        return this;
    }

    FactList text(String label, @Nullable String value) {
        return text(label, value, part);
    }

    FactList text(String label, @Nullable String value, Part<?> source) {
        return value == null || value.isEmpty() ? this : add(label, new FactValue.Text(value), false, false, source);
    }

    /** A number, address or port: monospaced, not worth a copy button. */
    FactList mono(String label, @Nullable Object value) {
        return value == null ? this : add(label, new FactValue.Text(value.toString()), false, true, part);
    }

    /** An id, host name, address or ARN: monospaced and copyable. */
    FactList id(String label, @Nullable String value) {
        return id(label, value, part);
    }

    FactList id(String label, @Nullable String value, Part<?> source) {
        return value == null || value.isEmpty() ? this : add(label, new FactValue.Text(value), true, true, source);
    }

    FactList moment(String label, @Nullable Instant at) {
        return at == null ? this : add(label, new FactValue.Moment(at), false, true, part);
    }

    FactList yesNo(String label, boolean yes) {
        return words(label, yes ? "fact.yes" : "fact.no");
    }

    FactList words(String label, String key, Object... arguments) {
        return add(label, new FactValue.Words(key, List.of(arguments)), false, false, part);
    }

    /** Another resource by its name; where it was not read, by its id. */
    FactList link(String label, ResourceType type, @Nullable String id) {
        return link(label, type, id, part);
    }

    FactList link(String label, ResourceType type, @Nullable String id, Part<?> source) {
        if (id == null || id.isEmpty()) {
            return this;
        }
        var ref = new ResourceRef(type, id);
        var found = index.find(ref);
        var name = found.isPresent() ? nameAndId(found.get()) : id;
        return add(label, new FactValue.Link(ref, name), true, false, source);
    }

    /** Another resource in words of one's own. */
    FactList link(String label, ResourceRef to, String words) {
        return add(label, new FactValue.Link(to, words), true, false, part);
    }

    FactList links(String label, ResourceType type, Collection<String> ids) {
        ids.forEach(id -> link(label, type, id));
        return this;
    }

    FactList tags(Map<String, String> tags) {
        tags.entrySet().stream()
                .filter(tag -> !tag.getKey().equals("Name"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(tag -> text("tag", tag.getKey() + " = " + tag.getValue()));
        return this;
    }

    private static String nameAndId(Resource resource) {
        var name = resource.name();
        var id = resource.id();
        return name.equals(id) || id.startsWith("arn:") || id.contains("/") ? name : name + " · " + id;
    }
}
