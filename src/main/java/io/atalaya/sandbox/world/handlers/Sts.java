package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.AccessKey;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.Identity;
import io.atalaya.sandbox.world.Role;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/** Who am I, and may I be somebody else for an hour. */
final class Sts {
    private static final Pattern ROLE_ARN = Pattern.compile("arn:aws:iam::(\\d{12}):role/(?:.*/)?([\\w+=,.@-]+)");
    private static final int SHORTEST = 900;

    private final Identity identity;

    private Sts(Identity identity) {
        this.identity = identity;
    }

    static void register(OperationRegistry registry, Cloud cloud) {
        var sts = new Sts(cloud.identity());
        Operations.global(registry, cloud, "sts")
                .on(
                        "GetCallerIdentity",
                        GetCallerIdentityRequest.class,
                        GetCallerIdentityResponse.class,
                        (world, r, call) -> sts.whoAmI(call))
                .on("AssumeRole", AssumeRoleRequest.class, AssumeRoleResponse.class, sts::assumeRole)
                .on(
                        "AssumeRoleWithWebIdentity",
                        AssumeRoleWithWebIdentityRequest.class,
                        AssumeRoleWithWebIdentityResponse.class,
                        (world, r, call) -> sts.assumeWithWebIdentity(world, r))
                .on("GetSessionToken", GetSessionTokenRequest.class, GetSessionTokenResponse.class, sts::session);
    }

    private GetCallerIdentityResponse whoAmI(Call call) {
        AccessKey key = caller(call);
        return GetCallerIdentityResponse.builder()
                .account(key.accountId())
                .arn(key.callerArn())
                .userId(key.userId())
                .build();
    }

    private AssumeRoleResponse assumeRole(World world, AssumeRoleRequest r, Call call) {
        AccessKey caller = caller(call);
        Role role = role(r.roleArn(), caller.callerArn());
        if (role.needsMfa() && r.serialNumber() == null) {
            throw denied(caller.callerArn(), "sts:AssumeRole", r.roleArn());
        }
        checkCode(world, r.serialNumber(), r.tokenCode());
        if (role.externalId() != null && !role.externalId().equals(r.externalId())) {
            throw denied(caller.callerArn(), "sts:AssumeRole", r.roleArn());
        }
        boolean chained = caller.callerArn().contains(":assumed-role/");
        Duration life = life(r.durationSeconds(), Duration.ofHours(1), role.longestSession());
        if (chained && life.compareTo(Duration.ofHours(1)) > 0) {
            throw invalid("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
                    + " chaining");
        }
        AccessKey key = identity.roleSession(role.accountId(), role.name(), r.roleSessionName(), world.now(), life);
        return AssumeRoleResponse.builder()
                .credentials(credentials(key))
                .assumedRoleUser(user(key))
                .build();
    }

    private AssumeRoleWithWebIdentityResponse assumeWithWebIdentity(World world, AssumeRoleWithWebIdentityRequest r) {
        if (!r.webIdentityToken().contains(".")) {
            throw new WireFault(400, "InvalidIdentityToken", "The ID Token provided is not a valid JWT");
        }
        Role role = role(r.roleArn(), "the web identity");
        Duration life = life(r.durationSeconds(), Duration.ofHours(1), role.longestSession());
        AccessKey key = identity.roleSession(role.accountId(), role.name(), r.roleSessionName(), world.now(), life);
        return AssumeRoleWithWebIdentityResponse.builder()
                .credentials(credentials(key))
                .assumedRoleUser(user(key))
                .build();
    }

    private GetSessionTokenResponse session(World world, GetSessionTokenRequest r, Call call) {
        AccessKey caller = caller(call);
        if (caller.sessionToken() != null) {
            throw new WireFault(403, "AccessDenied", "Cannot call GetSessionToken with session credentials");
        }
        checkCode(world, r.serialNumber(), r.tokenCode());
        Duration life = life(r.durationSeconds(), Duration.ofHours(12), Duration.ofHours(36));
        return GetSessionTokenResponse.builder()
                .credentials(credentials(identity.sessionOf(caller, world.now(), life)))
                .build();
    }

    private AccessKey caller(Call call) {
        return identity.find(call.accessKeyId())
                .orElseThrow(() -> new WireFault(
                        403, "InvalidClientTokenId", "The security token included in the request is invalid."));
    }

    private Role role(String arn, String caller) {
        Matcher m = ROLE_ARN.matcher(arn);
        if (!m.matches()) {
            throw invalid(arn + " is invalid");
        }
        return identity.role(m.group(1), m.group(2)).orElseThrow(() -> denied(caller, "sts:AssumeRole", arn));
    }

    private void checkCode(World world, @Nullable String serial, @Nullable String code) {
        if (serial != null && !identity.takesCode(serial, code == null ? "" : code, world.now())) {
            throw new WireFault(
                    403, "AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.");
        }
    }

    private static Duration life(@Nullable Integer seconds, Duration standard, Duration longest) {
        Duration life = seconds == null ? standard : Duration.ofSeconds(seconds);
        if (life.toSeconds() < SHORTEST) {
            throw invalid("1 validation error detected: Value '" + life.toSeconds()
                    + "' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal"
                    + " to 900");
        }
        if (life.compareTo(longest) > 0) {
            throw invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        return life;
    }

    private static WireFault denied(String caller, String action, String resource) {
        return new WireFault(
                403,
                "AccessDenied",
                "User: " + caller + " is not authorized to perform: " + action + " on resource: " + resource);
    }

    private static WireFault invalid(String message) {
        return new WireFault(400, "ValidationError", message);
    }

    private static Credentials credentials(AccessKey key) {
        return Credentials.builder()
                .accessKeyId(key.accessKeyId())
                .secretAccessKey(key.secretAccessKey())
                .sessionToken(key.sessionToken())
                .expiration(key.expiration())
                .build();
    }

    private static AssumedRoleUser user(AccessKey key) {
        return AssumedRoleUser.builder()
                .arn(key.callerArn())
                .assumedRoleId(key.userId())
                .build();
    }
}
