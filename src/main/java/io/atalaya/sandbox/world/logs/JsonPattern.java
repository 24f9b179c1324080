package io.atalaya.sandbox.world.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code { ($.level = "ERROR" && $.ms > 100) || $.user IS NULL }}: conditions on the fields of JSON events. */
final class JsonPattern {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern SELECTOR = Pattern.compile("\\$((?:\\.[\\w-]+|\\[\\d+]|\\[\"[^\"]+\"])+)");
    private static final Pattern STEP = Pattern.compile("\\.([\\w-]+)|\\[(\\d+)]|\\[\"([^\"]+)\"]");

    private final PatternWords words;

    private JsonPattern(String text) {
        this.words = new PatternWords(text);
    }

    /** @throws IllegalArgumentException when it is none */
    static Predicate<String> parse(String text) {
        var pattern = new JsonPattern(text);
        pattern.words.expect("{");
        Predicate<JsonNode> test = pattern.any();
        pattern.words.expect("}");
        if (!pattern.words.isOver()) {
            throw PatternWords.invalid();
        }
        return message -> {
            if (!message.stripLeading().startsWith("{")) {
                return false;
            }
            try {
                return test.test(MAPPER.readTree(message));
            } catch (JsonProcessingException notJson) {
                return false;
            }
        };
    }

    private Predicate<JsonNode> any() {
        Predicate<JsonNode> left = all();
        while (words.take("||")) {
            left = left.or(all());
        }
        return left;
    }

    private Predicate<JsonNode> all() {
        Predicate<JsonNode> left = one();
        while (words.take("&&")) {
            left = left.and(one());
        }
        return left;
    }

    private Predicate<JsonNode> one() {
        if (words.take("(")) {
            Predicate<JsonNode> inner = any();
            words.expect(")");
            return inner;
        }
        String selector = words.next();
        Matcher m = SELECTOR.matcher(selector);
        if (!m.matches()) {
            throw PatternWords.invalid();
        }
        String path = m.group(1);
        if (words.take("IS")) {
            if (words.take("NULL")) {
                return node -> at(node, path).isNull();
            }
            boolean truth = words.take("TRUE");
            if (!truth) {
                words.expect("FALSE");
            }
            return node -> at(node, path).isBoolean() && at(node, path).asBoolean() == truth;
        }
        if (words.take("NOT")) {
            words.expect("EXISTS");
            return node -> at(node, path).isMissingNode();
        }
        String operator = words.next();
        if (!PatternValue.isOperator(operator)) {
            throw PatternWords.invalid();
        }
        Predicate<String> test = PatternValue.test(operator, words.next());
        return node -> at(node, path).isValueNode() && test.test(at(node, path).asText());
    }

    private static JsonNode at(JsonNode root, String path) {
        JsonNode node = root;
        Matcher m = STEP.matcher(path);
        while (m.find()) {
            node = m.group(2) != null
                    ? node.path(Integer.parseInt(m.group(2)))
                    : node.path(m.group(1) == null ? m.group(3) : m.group(1));
        }
        return node;
    }
}
