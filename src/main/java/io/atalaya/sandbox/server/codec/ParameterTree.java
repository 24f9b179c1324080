package io.atalaya.sandbox.server.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Form parameters as the tree their dotted names describe: {@code Filter.1.Value.2=x}. */
final class ParameterTree {
    private final Map<String, ParameterTree> children = new TreeMap<>();
    private @Nullable String value;

    private ParameterTree() {}

    static ParameterTree of(Map<String, String> parameters) {
        var root = new ParameterTree();
        parameters.forEach((name, value) -> {
            ParameterTree node = root;
            for (String part : name.split("\\.")) {
                node = node.children.computeIfAbsent(part, unused -> new ParameterTree());
            }
            node.value = value;
        });
        return root;
    }

    Optional<ParameterTree> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /**
     * The items of a list in the order of their numbers. Items may stand directly below ({@code Value.1}, EC2) or below one
     * level that names them ({@code Filters.Filter.1}, {@code Names.member.1}); which of both depends on service and member,
     * and no member's name is a number, so the tree itself tells.
     */
    List<ParameterTree> items() {
        Map<String, ParameterTree> numbered = children;
        if (children.size() == 1 && !isNumber(children.keySet().iterator().next())) {
            numbered = children.values().iterator().next().children;
        }
        var byNumber = new TreeMap<Integer, ParameterTree>();
        numbered.forEach((name, node) -> {
            if (isNumber(name)) {
                byNumber.put(Integer.parseInt(name), node);
            }
        });
        return new ArrayList<>(byNumber.values());
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.length() <= 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
