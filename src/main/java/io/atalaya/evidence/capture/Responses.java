package io.atalaya.evidence.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.evidence.capsule.CapsuleWriter;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the answers of a capture in the order they came, and puts them into its capsule. */
public final class Responses implements Consumer<RawAnswer> {
    static final String INDEX = "responses.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<RawAnswer> answers = new ArrayList<>();
    private boolean ended;

    @Override
    public synchronized void accept(RawAnswer answer) {
        if (!ended) {
            answers.add(answer);
        }
    }

    private synchronized List<RawAnswer> all() {
        return List.copyOf(answers);
    }

    /**
     * Reads the answers for the values of what the user marked. What comes later is not kept then: it could hold more of them,
     * when other items are written already.
     */
    public synchronized void learn(Masks masks) {
        ended = masks.any();
        for (var answer : answers) {
            masks.learn(answer.body());
            masks.learn(JSON.valueToTree(answer.parameters()).toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Adds each answer as an item, and a list of what was asked. */
    public void write(CapsuleWriter capsule, Masks masks) throws EvidenceException {
        var index = JSON.createArrayNode();
        int number = 0;
        for (var answer : all()) {
            number++;
            var item = name(number, answer);
            var node = index.addObject();
            node.put("call", answer.call());
            node.set("parameters", parameters(answer.parameters(), masks, item));
            node.put("endpoint", masks.cleared(answer.endpoint(), item));
            node.put("requestId", answer.requestId());
            node.put("status", answer.status());
            node.put("sentAt", answer.sentAt().toString());
            node.put("tookMillis", answer.took().toMillis());
            var date = answer.date();
            if (date != null) {
                node.put("awsDate", date.toString());
                // the header has whole seconds: half a second later is the best guess
                var here = answer.sentAt().plus(answer.took().dividedBy(2));
                node.put(
                        "awsMinusHereMillis",
                        Duration.between(here, date.plusMillis(500)).toMillis());
            }
            var headers = node.putObject("headers");
            answer.headers().forEach((name, value) -> headers.put(name, masks.cleared(value, item)));
            if (masks.leavesOut(answer.call(), item)) {
                node.put("leftOut", true);
                continue;
            }
            if (masks.any() && !Masks.readable(answer.body())) {
                masks.leaveOutAsked(item);
                node.put("leftOut", true);
                continue;
            }
            var body = masks.masked(item, answer.body());
            capsule.add(item, body);
            node.put("item", item);
            node.put("bytes", body.length);
            node.put("sha256", Sha256.of(body));
            node.put("asReceived", body == answer.body()); // the same array: nothing was masked
        }
        masks.count("", "Authorization");
        masks.count("", "X-Amz-Security-Token");
        capsule.add(INDEX, index.toPrettyString().getBytes(StandardCharsets.UTF_8));
    }

    /** Masked at every depth: a filter by a tag holds the tag's value. */
    private static JsonNode parameters(Map<String, Object> parameters, Masks masks, String item)
            throws EvidenceException {
        var asked = JSON.<JsonNode>valueToTree(parameters).toString().getBytes(StandardCharsets.UTF_8);
        try {
            return JSON.readTree(masks.masked(item, asked));
        } catch (IOException changed) {
            throw new EvidenceException(changed, EvidenceException.Reason.MASK_LEAKS, "", item);
        }
    }

    private static String name(int number, RawAnswer answer) {
        var type = answer.headers().entrySet().stream()
                .filter(it -> it.getKey().equalsIgnoreCase("content-type"))
                .map(it -> it.getValue().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
        var ending = type.contains("json") ? "json" : type.contains("xml") ? "xml" : "bin";
        var call = answer.call().replaceAll("[^A-Za-z0-9]+", "-");
        return String.format(Locale.ROOT, "responses/%05d-%s.%s", number, call, ending);
    }
}
