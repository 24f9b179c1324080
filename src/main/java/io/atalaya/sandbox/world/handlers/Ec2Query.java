package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.WireFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * What all EC2 describe operations have in common: a list of ids that must exist, filters that are ANDed while their values
 * are ORed, with {@code *} and {@code ?}, tags among them, and pages.
 */
final class Ec2Query<T> {
    private static final int STANDARD_PAGE = 1000;

    private final Function<T, String> id;
    private final Function<T, List<Tag>> tags;
    private final String notFoundCode;
    private final String noun;
    private final Map<String, Function<T, Stream<?>>> fields = new LinkedHashMap<>();

    private Ec2Query(Function<T, String> id, Function<T, List<Tag>> tags, String notFoundCode, String noun) {
        this.id = id;
        this.tags = tags;
        this.notFoundCode = notFoundCode;
        this.noun = noun;
    }

    /**
     * @param notFoundCode the wire code of an id that is not there, e.g. {@code InvalidVpcID.NotFound}
     * @param noun as in "The NOUN 'vpc-1' does not exist"
     */
    static <T> Ec2Query<T> by(Function<T, String> id, Function<T, List<Tag>> tags, String notFoundCode, String noun) {
        return new Ec2Query<>(id, tags, notFoundCode, noun);
    }

    /** A filter on one value; null means that the resource has none. */
    Ec2Query<T> filter(String name, Function<T, ?> value) {
        return filterAny(name, t -> Stream.ofNullable(value.apply(t)));
    }

    /** A filter that holds when any of the values matches. */
    Ec2Query<T> filterAny(String name, Function<T, Stream<?>> values) {
        fields.put(name, values);
        return this;
    }

    /** What was asked for, or the fault AWS answers. */
    Page<T> page(
            Collection<T> all,
            List<String> ids,
            List<Filter> filters,
            @Nullable Integer maxResults,
            @Nullable String token) {
        if (maxResults != null && !ids.isEmpty()) {
            throw new WireFault(
                    400,
                    "InvalidParameterCombination",
                    "The parameter " + noun + " ids cannot be used with the parameter MaxResults");
        }
        if (maxResults != null && maxResults < 1) {
            throw new WireFault(
                    400, "InvalidParameterValue", "Value ( " + maxResults + " ) for parameter maxResults is invalid.");
        }
        List<T> found = filtered(chosen(all, ids), filters);
        return Page.of(
                found,
                maxResults == null ? null : Math.min(maxResults, STANDARD_PAGE),
                STANDARD_PAGE,
                token,
                new WireFault(400, "InvalidNextToken", "The token '" + token + "' is invalid"));
    }

    private List<T> chosen(Collection<T> all, List<String> ids) {
        if (ids.isEmpty()) {
            return List.copyOf(all);
        }
        Map<String, T> byId = new LinkedHashMap<>();
        all.forEach(t -> byId.put(id.apply(t), t));
        List<String> unknown =
                ids.stream().filter(i -> !byId.containsKey(i)).distinct().toList();
        if (!unknown.isEmpty()) {
            throw notFound(unknown);
        }
        return ids.stream().distinct().map(byId::get).toList();
    }

    /** The fault for ids that are not there. */
    WireFault notFound(List<String> unknown) {
        String names = String.join(", ", unknown);
        return new WireFault(
                400,
                notFoundCode,
                unknown.size() == 1
                        ? "The " + noun + " '" + names + "' does not exist"
                        : "The " + noun + "s '" + names + "' do not exist");
    }

    private List<T> filtered(List<T> from, List<Filter> filters) {
        List<T> left = new ArrayList<>(from);
        for (Filter filter : filters) {
            Function<T, Stream<?>> field = field(filter.name());
            List<Pattern> wanted =
                    filter.values().stream().map(Ec2Query::wildcard).toList();
            left.removeIf(t -> field.apply(t)
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .noneMatch(v -> wanted.stream().anyMatch(w -> w.matcher(v).matches())));
        }
        return left;
    }

    private Function<T, Stream<?>> field(String name) {
        if (name.startsWith("tag:")) {
            String key = name.substring(4);
            return t -> tags.apply(t).stream().filter(x -> x.key().equals(key)).map(Tag::value);
        }
        if (name.equals("tag-key")) {
            return t -> tags.apply(t).stream().map(Tag::key);
        }
        Function<T, Stream<?>> field = fields.get(name);
        if (field == null) {
            throw new WireFault(400, "InvalidParameterValue", "The filter '" + name + "' is invalid");
        }
        return field;
    }

    private static Pattern wildcard(String value) {
        var regex = new StringBuilder();
        for (char c : value.toCharArray()) {
            regex.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
