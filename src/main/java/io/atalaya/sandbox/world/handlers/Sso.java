package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.AccessKey;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.Clouds;
import io.atalaya.sandbox.world.Identity;
import io.atalaya.sandbox.world.IdentityCenter;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sso.model.AccountInfo;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsResponse;
import software.amazon.awssdk.services.sso.model.ListAccountRolesRequest;
import software.amazon.awssdk.services.sso.model.ListAccountRolesResponse;
import software.amazon.awssdk.services.sso.model.ListAccountsRequest;
import software.amazon.awssdk.services.sso.model.ListAccountsResponse;
import software.amazon.awssdk.services.sso.model.RoleInfo;

/** The portal of IAM Identity Center: which accounts and roles a token opens, and their credentials. */
final class Sso {
    private static final int STANDARD_PAGE = 20;
    private static final Duration ROLE_LIFE = Duration.ofHours(1);

    private final IdentityCenter center;
    private final Identity identity;

    private Sso(IdentityCenter center, Identity identity) {
        this.center = center;
        this.identity = identity;
    }

    static void register(OperationRegistry registry, Cloud cloud) {
        var sso = new Sso(cloud.identityCenter(), cloud.identity());
        Operations.global(registry, cloud, "awsssoportal")
                .on(
                        "ListAccounts",
                        ListAccountsRequest.class,
                        ListAccountsResponse.class,
                        (world, r, call) -> sso.accounts(world, r))
                .on(
                        "ListAccountRoles",
                        ListAccountRolesRequest.class,
                        ListAccountRolesResponse.class,
                        (world, r, call) -> sso.roles(world, r))
                .on(
                        "GetRoleCredentials",
                        GetRoleCredentialsRequest.class,
                        GetRoleCredentialsResponse.class,
                        (world, r, call) -> sso.credentials(world, r));
    }

    private ListAccountsResponse accounts(World world, ListAccountsRequest r) {
        checkToken(r.accessToken(), world.now());
        Page<IdentityCenter.Enterable> page = page(center.accounts(), r.maxResults(), r.nextToken());
        return ListAccountsResponse.builder()
                .accountList(page.items().stream()
                        .map(a -> AccountInfo.builder()
                                .accountId(a.accountId())
                                .accountName(a.name())
                                .emailAddress(a.email())
                                .build())
                        .toList())
                .nextToken(page.token())
                .build();
    }

    private ListAccountRolesResponse roles(World world, ListAccountRolesRequest r) {
        checkToken(r.accessToken(), world.now());
        IdentityCenter.Enterable account = account(r.accountId());
        Page<String> page = page(account.roles(), r.maxResults(), r.nextToken());
        return ListAccountRolesResponse.builder()
                .roleList(page.items().stream()
                        .map(name -> RoleInfo.builder()
                                .accountId(account.accountId())
                                .roleName(name)
                                .build())
                        .toList())
                .nextToken(page.token())
                .build();
    }

    private GetRoleCredentialsResponse credentials(World world, GetRoleCredentialsRequest r) {
        checkToken(r.accessToken(), world.now());
        IdentityCenter.Enterable account = account(r.accountId());
        if (!account.roles().contains(r.roleName())) {
            throw new WireFault(403, "ForbiddenException", "No access");
        }
        AccessKey key = identity.roleSession(
                account.accountId(),
                "AWSReservedSSO_" + r.roleName() + '_' + world.account().id().substring(0, 8) + "a1b2c3d4",
                Clouds.OPERATOR,
                world.now(),
                ROLE_LIFE);
        Instant expires = key.expiration() == null ? world.now().plus(ROLE_LIFE) : key.expiration();
        return GetRoleCredentialsResponse.builder()
                .roleCredentials(c -> c.accessKeyId(key.accessKeyId())
                        .secretAccessKey(key.secretAccessKey())
                        .sessionToken(key.sessionToken())
                        .expiration(expires.toEpochMilli()))
                .build();
    }

    private IdentityCenter.Enterable account(String id) {
        return center.accounts().stream()
                .filter(a -> a.accountId().equals(id))
                .findFirst()
                .orElseThrow(() -> new WireFault(403, "ForbiddenException", "No access"));
    }

    private void checkToken(@Nullable String token, Instant now) {
        if (token == null || !center.opens(token, now)) {
            throw new WireFault(401, "UnauthorizedException", "Session token not found or invalid");
        }
    }

    private static <T> Page<T> page(List<T> all, @Nullable Integer limit, @Nullable String token) {
        return Page.of(
                all,
                limit,
                STANDARD_PAGE,
                token,
                new WireFault(400, "InvalidRequestException", "The token is not valid"));
    }
}
