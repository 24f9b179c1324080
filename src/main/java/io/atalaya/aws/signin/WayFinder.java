package io.atalaya.aws.signin;

import io.atalaya.aws.Endpoints;
import io.atalaya.aws.ProblemException;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.LocalAws;
import io.atalaya.connect.Profile;
import io.atalaya.connect.SignInMethod;
import io.atalaya.deployment.Problem.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.profiles.ProfileFile;

/** Resolves a request as the AWS CLI resolves its options, files and environment. */
final class WayFinder {
    /** For an endpoint on this computer when nothing else is there: local copies of AWS take any key. */
    private static final String ANY_KEY = "test";

    private final Map<String, String> env;
    private final Path home;
    private final InstantSource clock;
    private final Trouble trouble;
    private final EnvironmentCredentials environment;

    WayFinder(Map<String, String> env, Path home, InstantSource clock) {
        this.env = env;
        this.home = home;
        this.clock = clock;
        this.trouble = new Trouble(clock);
        this.environment = new EnvironmentCredentials(env, home);
    }

    Way toSandbox(ConnectRequest request, LocalAws local) {
        var region = request.region();
        return new Way(
                local.name(),
                SignInMethod.SANDBOX,
                new CredentialSource.Local(local.name()),
                checked(region == null ? local.region() : region),
                Endpoints.of(local.endpoint()),
                ProfileFile.aggregator().build(),
                "default");
    }

    Way find(ConnectRequest request) {
        var files = new ProfileFiles(AwsFiles.of(env, home), clock).read();
        var planner = new CredentialPlanner(files, env, home, trouble);
        var endpoints = new ConfiguredEndpoints(env, files.merged(), trouble);
        var named = request.profile();
        if (named != null && !named.equals(Profile.ENVIRONMENT)) {
            return way(named, planner.plan(named), request, files, endpoints.resolve(request.endpointUrl(), named));
        }
        var usual = AwsProfileDirectory.preselected(env);
        var where = endpoints.resolve(request.endpointUrl(), usual);
        var keys = environment.keys();
        if (keys.isPresent() || named != null) {
            var source = keys.or(environment::webIdentity).orElseThrow(() -> nothing(files));
            return way(Profile.ENVIRONMENT, source, request, files, where);
        }
        if (files.merged().profile(usual).isPresent() || env.containsKey("AWS_PROFILE")) {
            return usual(usual, planner, request, files, where);
        }
        var source = environment
                .webIdentity()
                .or(() -> environment.container(Profile.ENVIRONMENT))
                .or(() -> anyKey(where))
                .or(() -> environment.instance(Profile.ENVIRONMENT))
                .orElseThrow(() -> nothing(files));
        return way(Profile.ENVIRONMENT, source, request, files, where);
    }

    /** The profile without {@code --profile}: one that only names a region is no mistake, the environment may have the rest. */
    private Way usual(
            String name, CredentialPlanner planner, ConnectRequest request, ProfileFiles.Read files, Endpoints where) {
        try {
            return way(name, planner.plan(name), request, files, where);
        } catch (ProblemException e) {
            var source = environment.webIdentity().or(() -> anyKey(where));
            if (source.isEmpty() || env.containsKey("AWS_PROFILE")) {
                throw e;
            }
            return way(name, source.get(), request, files, where);
        }
    }

    private Way way(
            String name,
            CredentialSource source,
            ConnectRequest request,
            ProfileFiles.Read files,
            Endpoints endpoints) {
        var profile = name.equals(Profile.ENVIRONMENT) ? AwsProfileDirectory.preselected(env) : name;
        var region = region(request.region(), profile, files)
                .orElseThrow(() -> trouble.profile(
                        name, "no region; choose one, or set region in the profile, AWS_REGION or --region"));
        return new Way(
                name, CredentialTraits.method(source), source, checked(region), endpoints, files.merged(), profile);
    }

    private Optional<String> region(@Nullable String option, String profile, ProfileFiles.Read files) {
        return Optional.ofNullable(option)
                .filter(each -> !each.isBlank())
                .or(() -> environment.value("AWS_REGION"))
                .or(() -> environment.value("AWS_DEFAULT_REGION"))
                .or(() -> files.merged().profile(profile).flatMap(each -> CredentialPlanner.text(each, "region")));
    }

    /** A region becomes part of a host name. */
    private String checked(String region) {
        if (!region.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw trouble.of(Kind.CONFIGURATION, "region", "\"" + region + "\" is no region; they look like us-east-1");
        }
        return region;
    }

    private static Optional<CredentialSource> anyKey(Endpoints where) {
        URI all = where.all();
        return all != null && Endpoints.isLoopback(all)
                ? Optional.of(
                        new CredentialSource.Keys(Profile.ENVIRONMENT, AwsBasicCredentials.create(ANY_KEY, ANY_KEY)))
                : Optional.empty();
    }

    private ProblemException nothing(ProfileFiles.Read files) {
        return trouble.of(
                Kind.NO_CREDENTIALS,
                "credentials",
                "no credentials: AWS_ACCESS_KEY_ID is not set, and there is no profile "
                        + AwsProfileDirectory.preselected(env) + " in "
                        + files.where().config() + " or "
                        + files.where().credentials() + "; add one with `aws configure`, or open the sandbox");
    }
}
