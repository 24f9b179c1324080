package io.atalaya.aws.signin;

import io.atalaya.aws.signin.CredentialSource.RoleSettings;
import io.atalaya.aws.signin.CredentialSource.SsoSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * Finds out from the files where a profile's credentials come from, by the AWS CLI's order: role, web identity, IAM Identity
 * Center, keys, program. Asks nobody.
 */
final class CredentialPlanner {
    private static final String SSO_SESSION = "sso_session";

    private final ProfileFiles.Read files;
    private final EnvironmentCredentials environment;
    private final Path home;
    private final Trouble trouble;

    CredentialPlanner(ProfileFiles.Read files, Map<String, String> env, Path home, Trouble trouble) {
        this.files = files;
        this.environment = new EnvironmentCredentials(env, home);
        this.home = home;
        this.trouble = trouble;
    }

    /**
     * @throws io.atalaya.aws.ProblemException of kind CONFIGURATION when the files do not add up
     */
    CredentialSource plan(String profile) {
        var visited = new ArrayList<String>();
        visited.add(profile);
        return plan(find(profile, null), visited);
    }

    private CredentialSource plan(Profile profile, List<String> visited) {
        var name = profile.name();
        var roleArn = text(profile, ProfileProperty.ROLE_ARN);
        if (roleArn.isPresent()) {
            var tokenFile = text(profile, ProfileProperty.WEB_IDENTITY_TOKEN_FILE);
            if (tokenFile.isPresent()) {
                return new CredentialSource.WebIdentity(
                        name, AwsFiles.expand(tokenFile.get(), home), roleSettings(profile, roleArn.get()));
            }
            return role(profile, roleArn.get(), visited);
        }
        return withoutRole(profile);
    }

    private CredentialSource withoutRole(Profile profile) {
        var name = profile.name();
        if (text(profile, SSO_SESSION).isPresent()
                || text(profile, ProfileProperty.SSO_START_URL).isPresent()) {
            return identityCenter(profile);
        }
        var keys = Keys.of(profile);
        if (keys.isPresent()) {
            return keys.get();
        }
        return text(profile, ProfileProperty.CREDENTIAL_PROCESS)
                .<CredentialSource>map(command -> new CredentialSource.Program(name, command))
                .orElseThrow(() -> trouble.profile(name, nothingUsable(profile)));
    }

    private static String nothingUsable(Profile profile) {
        if (profile.property("login_session").isPresent()) {
            return "it signs in by `aws login`, which this program cannot read; let it ask the AWS CLI:"
                    + " a profile with credential_process = aws configure export-credentials --format process --profile "
                    + profile.name();
        }
        return Keys.missing(profile)
                .orElse("it says nothing about credentials; add a key, role_arn, sso_session or credential_process with"
                        + " `aws configure --profile " + profile.name() + "`");
    }

    private CredentialSource role(Profile profile, String roleArn, List<String> visited) {
        var name = profile.name();
        var source = text(profile, ProfileProperty.SOURCE_PROFILE);
        var credentialSource = text(profile, ProfileProperty.CREDENTIAL_SOURCE);
        if (source.isPresent() && credentialSource.isPresent()) {
            throw trouble.profile(name, "has both source_profile and credential_source; remove one of them");
        }
        CredentialSource base;
        if (credentialSource.isPresent()) {
            base = environment
                    .named(credentialSource.get(), name)
                    .orElseThrow(() -> trouble.profile(
                            name,
                            "credential_source = " + credentialSource.get()
                                    + " gives nothing here; it can be Environment (with AWS_ACCESS_KEY_ID set),"
                                    + " Ec2InstanceMetadata or EcsContainer"));
        } else if (source.isPresent()) {
            base = sourceProfile(source.get(), profile, visited);
        } else {
            throw trouble.profile(
                    name, "has role_arn but no source_profile, credential_source or web_identity_token_file");
        }
        return new CredentialSource.Role(name, base, roleSettings(profile, roleArn));
    }

    private CredentialSource sourceProfile(String source, Profile of, List<String> visited) {
        var next = find(source, of.name());
        var keys = Keys.of(next);
        if (keys.isPresent()) {
            // A profile may even name itself when it holds the keys.
            return keys.get();
        }
        if (visited.contains(source)) {
            throw trouble.profile(
                    visited.getFirst(),
                    "source_profile goes round in a circle: " + String.join(" -> ", visited) + " -> " + source);
        }
        visited.add(source);
        return plan(next, visited);
    }

    private CredentialSource identityCenter(Profile profile) {
        var name = profile.name();
        var account = required(profile, ProfileProperty.SSO_ACCOUNT_ID);
        var role = required(profile, ProfileProperty.SSO_ROLE_NAME);
        var session = text(profile, SSO_SESSION);
        if (session.isEmpty()) {
            var startUrl = required(profile, ProfileProperty.SSO_START_URL);
            return new CredentialSource.IdentityCenter(
                    name,
                    new SsoSettings(startUrl, required(profile, ProfileProperty.SSO_REGION), startUrl, List.of()),
                    account,
                    role);
        }
        var section = files.merged()
                .getSection("sso-session", session.get())
                .orElseThrow(() -> trouble.profile(
                        name,
                        "sso_session = " + session.get() + " is not in "
                                + files.where().config() + "; add [sso-session " + session.get()
                                + "] with `aws configure sso`"));
        var scopes = text(section, "sso_registration_scopes").orElse("sso:account:access");
        return new CredentialSource.IdentityCenter(
                name,
                new SsoSettings(
                        requiredOfSession(section, ProfileProperty.SSO_START_URL, name),
                        requiredOfSession(section, ProfileProperty.SSO_REGION, name),
                        session.get(),
                        List.of(scopes.split("\\s*,\\s*"))),
                account,
                role);
    }

    private RoleSettings roleSettings(Profile profile, String roleArn) {
        return new RoleSettings(
                roleArn,
                text(profile, ProfileProperty.EXTERNAL_ID).orElse(null),
                text(profile, ProfileProperty.MFA_SERIAL).orElse(null),
                text(profile, "duration_seconds")
                        .map(seconds -> seconds(profile, seconds))
                        .orElse(null),
                text(profile, ProfileProperty.ROLE_SESSION_NAME).orElse(null));
    }

    private Integer seconds(Profile profile, String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw trouble.profile(profile.name(), "duration_seconds is no number");
        }
    }

    private Profile find(String name, @Nullable String neededBy) {
        return files.merged().profile(name).orElseThrow(() -> trouble.profile(name, unknown(neededBy)));
    }

    private String unknown(@Nullable String neededBy) {
        var said = new StringBuilder("is not in ")
                .append(files.where().config())
                .append(" nor in ")
                .append(files.where().credentials());
        if (neededBy != null) {
            said.append("; profile ").append(neededBy).append(" needs it as source_profile");
        }
        said.append("; there ")
                .append(files.names().isEmpty() ? "are no profiles" : "are: " + String.join(", ", files.names()));
        for (var problem : files.problems()) {
            said.append("; ")
                    .append(problem.call())
                    .append(" could not be read, ")
                    .append(problem.message());
        }
        return said.toString();
    }

    private String required(Profile profile, String property) {
        return text(profile, property)
                .orElseThrow(() -> trouble.profile(profile.name(), property + " is missing; run `aws configure sso`"));
    }

    private String requiredOfSession(Profile session, String property, String profile) {
        return text(session, property)
                .orElseThrow(() ->
                        trouble.profile(profile, property + " is missing in [sso-session " + session.name() + "]"));
    }

    static Optional<String> text(Profile profile, String property) {
        return profile.property(property).map(String::strip).filter(value -> !value.isEmpty());
    }
}
