package io.atalaya.evidence.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer that a capsule holds, by its index.
 *
 * @param call as IAM names it
 * @param sentAt by the maker's clock; null where that is not said
 * @param requestId AWS's; empty where it gave none
 * @param status of HTTP
 * @param item where the body is; null when it was left out
 * @param bytes of the body
 * @param asReceived whether nothing in it was masked
 */
public record Answer(
        String call,
        @Nullable Instant sentAt,
        String requestId,
        int status,
        @Nullable String item,
        int bytes,
        String sha256,
        boolean asReceived) {
    static List<Answer> read(JsonNode index) {
        var answers = new ArrayList<Answer>();
        for (var each : index) {
            var item = each.path("item");
            answers.add(new Answer(
                    each.path("call").asText(),
                    time(each.path("sentAt").asText()),
                    each.path("requestId").asText(""),
                    each.path("status").asInt(),
                    item.isTextual() ? item.asText() : null,
                    each.path("bytes").asInt(),
                    each.path("sha256").asText(""),
                    each.path("asReceived").asBoolean()));
        }
        return List.copyOf(answers);
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
