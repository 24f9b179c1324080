package io.atalaya.aws.signin;

import io.atalaya.aws.Endpoints;
import io.atalaya.aws.ServiceId;
import io.atalaya.deployment.Problem.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * Endpoints by the AWS CLI's order: the option, AWS_ENDPOINT_URL_SERVICE, AWS_ENDPOINT_URL, the profile's {@code services}
 * section, the profile's {@code endpoint_url}.
 */
record ConfiguredEndpoints(Map<String, String> env, ProfileFile files, Trouble trouble) {
    /**
     * @param option {@code --endpoint-url}; nothing else counts when it is given
     * @param profile null when none is used
     */
    Endpoints resolve(@Nullable URI option, @Nullable String profile) {
        if (option != null) {
            return Endpoints.of(parse(option.toString(), "--endpoint-url"));
        }
        var section = profile == null ? Optional.<Profile>empty() : files.profile(profile);
        if (ignored(section)) {
            return Endpoints.aws();
        }
        var fromProfile = section.flatMap(each -> uri(each.property("endpoint_url"), each.name()));
        var services =
                section.flatMap(each -> each.property("services")).flatMap(name -> files.getSection("services", name));
        var globalEnv = uri(Optional.ofNullable(env.get("AWS_ENDPOINT_URL")), "AWS_ENDPOINT_URL");
        var byService = new EnumMap<ServiceId, URI>(ServiceId.class);
        for (var service : ServiceId.values()) {
            var variable = "AWS_ENDPOINT_URL_" + service.name();
            uri(Optional.ofNullable(env.get(variable)), variable)
                    .or(() -> globalEnv)
                    .or(() -> services.flatMap(each -> uri(ofService(each, service), "services " + each.name())))
                    .or(() -> fromProfile)
                    .ifPresent(uri -> byService.put(service, uri));
        }
        var all = globalEnv.or(() -> fromProfile).orElse(null);
        byService.values().removeIf(uri -> uri.equals(all));
        return new Endpoints(all, byService);
    }

    /** {@code elastic_load_balancing_v2 = \n  endpoint_url = http://...}, which the SDK's parser keeps as one text. */
    private static Optional<String> ofService(Profile services, ServiceId service) {
        var key = service.name().toLowerCase(Locale.ROOT);
        return services.property(key + ".endpoint_url").or(() -> services.property(key).stream()
                .flatMap(String::lines)
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals("endpoint_url"))
                .map(pair -> pair[1].strip())
                .findFirst());
    }

    private boolean ignored(Optional<Profile> profile) {
        return "true".equalsIgnoreCase(env.get("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))
                || profile.flatMap(each -> each.property("ignore_configured_endpoint_urls"))
                        .filter("true"::equalsIgnoreCase)
                        .isPresent();
    }

    private Optional<URI> uri(Optional<String> text, String where) {
        return text.map(String::strip).filter(each -> !each.isEmpty()).map(each -> parse(each, where));
    }

    private URI parse(String text, String where) {
        try {
            var uri = new URI(text);
            if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw refused(where, e.getReason());
        }
        throw refused(where, "it needs http:// or https:// and a host, like http://127.0.0.1:4566");
    }

    private io.atalaya.aws.ProblemException refused(String where, String why) {
        return trouble.of(Kind.CONFIGURATION, where, where + ": the endpoint is no address: " + why);
    }

    /** Not the environment: it may hold a secret key. */
    @Override
    public String toString() {
        return "ConfiguredEndpoints";
    }
}
