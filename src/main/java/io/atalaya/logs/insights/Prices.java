package io.atalaya.logs.insights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What Logs Insights costs for each GB it scans; the table is {@code prices.txt}, with its source and date. */
public final class Prices {
    /** AWS bills gigabytes of 2^30 bytes. */
    static final double GB = 1024.0 * 1024 * 1024;

    private static final String ELSEWHERE = "us-east-1";

    private final Map<String, Double> dollars;

    private Prices(Map<String, Double> dollars) {
        this.dollars = Map.copyOf(dollars);
    }

    /**
     * A cost at list price, without discounts and free tiers.
     *
     * @param priced the region whose price was taken: {@code us-east-1} where the price of the region asked for is not known here
     */
    public record Cost(double usd, String priced) {}

    /** The table that is shipped. */
    static Prices shipped() {
        try (var in = Objects.requireNonNull(Prices.class.getResourceAsStream("prices.txt"), "prices.txt")) {
            var table = new HashMap<String, Double>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2))
                    .forEach(words -> table.put(words[0], Double.valueOf(words[1].strip())));
            return new Prices(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cost cost(double bytes, String region) {
        var priced = dollars.containsKey(region) ? region : ELSEWHERE;
        return new Cost(bytes / GB * Objects.requireNonNull(dollars.get(priced)), priced);
    }
}
