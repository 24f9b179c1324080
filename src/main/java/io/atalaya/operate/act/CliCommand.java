package io.atalaya.operate.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.deployment.facts.CliText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as a command of the AWS CLI for a POSIX shell: what it sends is what the console sends. */
public final class CliCommand {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Texts that the CLI does not take for themselves: it would read the file, or fetch the page. */
    private static final Pattern FETCHED = Pattern.compile("(fileb?|https?)://.*", Pattern.DOTALL);

    /** What a list may hold without being mistaken for an option or for JSON. */
    private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9/_].*", Pattern.DOTALL);

    // The three steps of botocore's xform_name.
    private static final Pattern PLURAL_ACRONYM = Pattern.compile("[A-Z]{2,}s$");
    private static final Pattern WORD = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");

    private CliCommand() {}

    /**
     * @param region of the deployment; a request to another region names that one
     * @param endpointUrl of another server than AWS; null at AWS
     */
    public static String of(AwsRequest request, String region, @Nullable String endpointUrl) {
        var command = new StringBuilder("aws ")
                .append(request.service().command())
                .append(' ')
                .append(kebab(request.operation()));
        var fetched = new LinkedHashMap<String, Object>();
        request.parameters().forEach((name, value) -> {
            if (value instanceof String text && FETCHED.matcher(text).matches()) {
                fetched.put(name, text);
            } else {
                command.append(' ').append(option(name, value));
            }
        });
        if (!fetched.isEmpty()) {
            command.append(" --cli-input-json ").append(CliText.quote(json(fetched)));
        }
        command.append(" --region ").append(CliText.quote(request.region() == null ? region : request.region()));
        if (endpointUrl != null) {
            command.append(" --endpoint-url ").append(CliText.quote(endpointUrl));
        }
        return command.toString();
    }

    private static String option(String name, Object value) {
        var option = "--" + kebab(name);
        return switch (value) {
            case Boolean yes -> flag(option, yes);
            case List<?> items -> option + " " + list(items);
            case Map<?, ?> members -> option + " " + CliText.quote(json(members));
            // a space would make another option of what begins with a hyphen
            default -> option + (value.toString().startsWith("-") ? "=" : " ") + CliText.quote(value.toString());
        };
    }

    private static String list(List<?> items) {
        return !items.isEmpty() && items.stream().allMatch(CliCommand::isPlainItem)
                ? items.stream().map(item -> CliText.quote(item.toString())).collect(Collectors.joining(" "))
                : CliText.quote(json(items));
    }

    /** The CLI has a switch for yes and one for no; {@code --no-reboot} would have {@code --no-no-reboot}. */
    private static String flag(String option, boolean yes) {
        if (option.equals("--egress") && !yes) {
            return "--ingress"; // the CLI renames EC2's --no-egress
        }
        var positive = option.startsWith("--no-") ? "--" + option.substring(5) : option;
        return (positive.equals(option) == yes) ? positive : "--no-" + positive.substring(2);
    }

    private static boolean isPlainItem(@Nullable Object item) {
        return item instanceof String text
                && ITEM.matcher(text).matches()
                && !FETCHED.matcher(text).matches();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    /** {@code ModifyDBInstance} as {@code modify-db-instance}. */
    static String kebab(String name) {
        var plural = PLURAL_ACRONYM.matcher(name);
        var start = plural.find()
                ? name.substring(0, plural.start()) + "-" + plural.group().toLowerCase(Locale.ROOT)
                : name;
        var words = WORD.matcher(start).replaceAll("$1-$2");
        return CAPITAL.matcher(words).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }
}
