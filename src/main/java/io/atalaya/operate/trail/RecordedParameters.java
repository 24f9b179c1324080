package io.atalaya.operate.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.operate.trail.TrailDifference.What;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the parameters that were sent against those that CloudTrail recorded. CloudTrail writes them each service's own way:
 * names with a small first letter ({@code dBInstanceIdentifier}, {@code tTL}), EC2's lists as {@code instancesSet.items[].instanceId},
 * secrets and what is too long left out or replaced. So a value that only one side has is no difference; where both sides have
 * one, it must be the same.
 */
final class RecordedParameters {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** EC2's lists whose names do not follow from the parameter's: by the parameter's name in small letters. */
    private static final Map<String, String> SETS = Map.of("instanceids", "instancesset");

    private static final Set<String> SECRETIVE = Set.of("presignedurl", "password", "secret", "token", "clienttoken");

    private final List<TrailDifference> differences = new ArrayList<>();
    private final List<String> also = new ArrayList<>();
    private int sent;
    private int compared;
    private boolean lacks;
    private boolean hasMore;

    private RecordedParameters() {}

    /**
     * What came of it.
     *
     * @param also what CloudTrail has and was not sent, as {@code name = value}; without values that say no or nothing, which
     *     services write down for what was not sent
     * @param compared how many of the values that were sent stand there, too
     * @param sent how many values were sent
     * @param unlike whether a whole parameter that was sent is not there and another one is that was not: as when one operation
     *     of AWS serves several acts
     */
    record Comparison(List<TrailDifference> differences, List<String> also, int compared, int sent, boolean unlike) {
        /** Nothing was compared. */
        static final Comparison NONE = new Comparison(List.of(), List.of(), 0, 0, false);
    }

    /** @param recorded JSON; empty where CloudTrail has none */
    static Comparison compare(Map<String, Object> parameters, String recorded) {
        var work = new RecordedParameters();
        try {
            work.members("", parameters, recorded.isEmpty() ? JSON.nullNode() : JSON.readTree(recorded));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("requestParameters are not JSON", e);
        }
        return new Comparison(
                List.copyOf(work.differences),
                List.copyOf(work.also),
                work.compared,
                work.sent,
                work.lacks && work.hasMore);
    }

    private void members(String path, Map<?, ?> parameters, JsonNode node) {
        var used = new HashSet<String>();
        parameters.forEach((name, value) -> {
            var field = field(node, String.valueOf(name));
            field.ifPresent(used::add);
            lacks |= path.isEmpty() && field.isEmpty() && !List.of().equals(value);
            value(path + name, value, field.map(node::path).orElseGet(JSON::missingNode));
        });
        node.properties().stream()
                .filter(field -> !used.contains(field.getKey()) && tells(field.getValue()))
                .filter(field -> SECRETIVE.stream().noneMatch(small(field.getKey())::contains))
                .forEach(field -> {
                    hasMore |= path.isEmpty();
                    also.add(path + field.getKey() + " = " + shown(field.getValue()));
                });
    }

    private static Optional<String> field(JsonNode node, String name) {
        var wanted = small(name);
        var singular = wanted.endsWith("s") ? wanted.substring(0, wanted.length() - 1) : wanted;
        var names = new HashSet<>(List.of(wanted, wanted + "set"));
        names.add(singular + "set");
        names.add(SETS.getOrDefault(wanted, wanted));
        return node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> names.contains(small(key)))
                .findFirst();
    }

    private void value(String path, Object value, JsonNode recorded) {
        var node = recorded.path("items").isArray() ? recorded.path("items") : recorded;
        switch (value) {
            case Map<?, ?> members -> members(path + ".", members, plainObject(node));
            case List<?> items -> items(path, items, node);
            default -> scalar(path, value, node);
        }
    }

    private static JsonNode plainObject(JsonNode node) {
        return node.isObject() ? node : JSON.missingNode();
    }

    private void items(String path, List<?> items, JsonNode node) {
        if (node.isArray() && node.size() != items.size()) {
            differences.add(new TrailDifference(What.PARAMETER, path, items.toString(), shown(node)));
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            value(path + "[" + i + "]", items.get(i), node.isArray() ? node.path(i) : JSON.missingNode());
        }
    }

    private void scalar(String path, Object value, JsonNode recorded) {
        sent++;
        var node = recorded.isObject() && recorded.size() == 1
                ? recorded.iterator().next()
                : recorded;
        if (!node.isValueNode() || node.isNull() || isHidden(node.asText())) {
            return;
        }
        switch (RecordedValue.same(path, value, node.asText())) {
            case YES -> compared++;
            case NO -> {
                compared++;
                differences.add(new TrailDifference(What.PARAMETER, path, value.toString(), node.asText()));
            }
            case CANNOT_TELL -> {
                // written in a way that this program does not read
            }
        }
    }

    private static boolean isHidden(String text) {
        return text.startsWith("HIDDEN_") || (!text.isEmpty() && text.chars().allMatch(c -> c == '*'));
    }

    /** Whether a member says more than that nothing was sent. */
    private static boolean tells(JsonNode node) {
        if (node.isContainerNode()) {
            return node.valueStream().anyMatch(RecordedParameters::tells);
        }
        return !node.isNull() && !Set.of("", "false", "0").contains(node.asText()) && !isHidden(node.asText());
    }

    private static String shown(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
