package io.atalaya.evidence.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a capsule has it.
 *
 * @param id as recipes name it
 * @param verdict {@code PASS}, {@code FAIL} or {@code CANNOT_TELL}
 */
public record JudgedClaim(String id, String verdict, List<Data> points) {
    public static final String PASS = "PASS";
    public static final String FAIL = "FAIL";

    /**
     * One fact behind it.
     *
     * @param holds null where it cannot be told
     */
    public record Data(
            String resource,
            String fact,
            String value,
            @Nullable Boolean holds) {}

    public JudgedClaim {
        points = List.copyOf(points);
    }

    static List<JudgedClaim> read(JsonNode all) {
        var claims = new ArrayList<JudgedClaim>();
        for (var each : all) {
            var points = new ArrayList<Data>();
            for (var point : each.path("points")) {
                var holds = point.path("holds");
                points.add(new Data(
                        point.path("resource").asText(),
                        point.path("fact").asText(),
                        point.path("value").asText(),
                        holds.isBoolean() ? holds.asBoolean() : null));
            }
            claims.add(new JudgedClaim(
                    each.path("claim").asText(), each.path("verdict").asText(), points));
        }
        return List.copyOf(claims);
    }
}
