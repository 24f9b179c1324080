package io.atalaya.aws.signin;

import io.atalaya.aws.ProblemException;
import io.atalaya.connect.CredentialHint;
import io.atalaya.connect.Profile;
import io.atalaya.connect.ProfileDirectory;
import io.atalaya.connect.ProfileListing;
import io.atalaya.connect.SignInMethod;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileProperty;

/** Lists what the AWS CLI's files and the environment offer. */
final class AwsProfileDirectory implements ProfileDirectory {
    private final Map<String, String> env;
    private final Path home;
    private final InstantSource clock;
    private final CredentialMemory memory;
    private final SsoTokens tokens;

    AwsProfileDirectory(
            Map<String, String> env, Path home, InstantSource clock, CredentialMemory memory, SsoTokens tokens) {
        this.env = env;
        this.home = home;
        this.clock = clock;
        this.memory = memory;
        this.tokens = tokens;
    }

    @Override
    public ProfileListing read() {
        var files = new ProfileFiles(AwsFiles.of(env, home), clock).read();
        var planner = new CredentialPlanner(files, env, home, new Trouble(clock));
        var profiles = new ArrayList<Profile>();
        var environment = new EnvironmentCredentials(env, home);
        environment.keys().or(environment::webIdentity).ifPresent(keys -> profiles.add(environment(environment)));
        for (var name : files.names()) {
            profiles.add(profile(files, planner, name));
        }
        return new ProfileListing(profiles, files.files(), files.problems(), preselected(env));
    }

    static String preselected(Map<String, String> env) {
        var named = env.get("AWS_PROFILE");
        return named == null || named.isBlank() ? "default" : named.strip();
    }

    private Profile profile(ProfileFiles.Read files, CredentialPlanner planner, String name) {
        var section = files.merged().profile(name).orElseThrow();
        var roleArn = section.property(ProfileProperty.ROLE_ARN).orElse(null);
        var account = account(section, roleArn);
        var region = section.property(ProfileProperty.REGION).orElse(null);
        SignInMethod method;
        CredentialHint hint;
        io.atalaya.deployment.@Nullable Problem problem = null;
        try {
            var source = planner.plan(name);
            method = CredentialTraits.method(source);
            hint = hint(source);
        } catch (ProblemException e) {
            method = SignInMethod.NONE;
            hint = CredentialHint.of(CredentialHint.State.INCOMPLETE);
            problem = e.problem();
        }
        return new Profile(
                name,
                method,
                region,
                account,
                roleArn,
                section.property(ProfileProperty.SSO_ROLE_NAME).orElse(null),
                section.property(ProfileProperty.MFA_SERIAL).orElse(null),
                section.property(ProfileProperty.SOURCE_PROFILE).orElse(null),
                section.property("endpoint_url")
                        .flatMap(AwsProfileDirectory::uri)
                        .orElse(null),
                hint,
                problem);
    }

    private Profile environment(EnvironmentCredentials environment) {
        return new Profile(
                Profile.ENVIRONMENT,
                SignInMethod.ENVIRONMENT,
                environment
                        .value("AWS_REGION")
                        .or(() -> environment.value("AWS_DEFAULT_REGION"))
                        .orElse(null),
                null,
                environment.value("AWS_ROLE_ARN").orElse(null),
                null,
                null,
                null,
                environment
                        .value("AWS_ENDPOINT_URL")
                        .flatMap(AwsProfileDirectory::uri)
                        .orElse(null),
                CredentialHint.of(CredentialHint.State.READY),
                null);
    }

    private CredentialHint hint(CredentialSource source) {
        var now = clock.instant();
        var known = memory.knownUntil(source.profile(), now);
        if (known.isPresent()) {
            return new CredentialHint(CredentialHint.State.VALID, known.get());
        }
        if (CredentialTraits.asksForCode(source)) {
            return CredentialHint.of(CredentialHint.State.NEEDS_CODE);
        }
        var center = CredentialTraits.identityCenter(source);
        if (center.isEmpty()) {
            return CredentialHint.of(CredentialHint.State.READY);
        }
        return tokens.until(center.get())
                .map(until -> new CredentialHint(
                        until.isAfter(now) ? CredentialHint.State.VALID : CredentialHint.State.EXPIRED, until))
                .orElseGet(() -> CredentialHint.of(CredentialHint.State.NEEDS_BROWSER));
    }

    private static @Nullable String account(software.amazon.awssdk.profiles.Profile section, @Nullable String roleArn) {
        return Optional.ofNullable(roleArn)
                .flatMap(AwsProfileDirectory::accountOf)
                .or(() -> section.property(ProfileProperty.SSO_ACCOUNT_ID))
                .or(() -> section.property("aws_account_id"))
                .or(() -> section.property(ProfileProperty.MFA_SERIAL).flatMap(AwsProfileDirectory::accountOf))
                .orElse(null);
    }

    /** The fifth field of an ARN. */
    private static Optional<String> accountOf(String arn) {
        var fields = arn.split(":", 6);
        return fields.length == 6 && fields[4].matches("\\d{12}") ? Optional.of(fields[4]) : Optional.empty();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            return Optional.empty(); // connecting will say what is wrong with it
        }
    }
}
