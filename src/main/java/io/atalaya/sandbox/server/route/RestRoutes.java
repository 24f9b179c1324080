package io.atalaya.sandbox.server.route;

import java.util.List;

/**
 * The operations of REST services by method and path. A test holds these tables against the SDK's own marshallers.
 * CreateTokenWithIAM is left out: it shares its path with CreateToken and no console calls it.
 */
public final class RestRoutes {
    private static final List<RestRoute> SSO = List.of(
            get("/federation/credentials", "GetRoleCredentials"),
            get("/assignment/accounts", "ListAccounts"),
            get("/assignment/roles", "ListAccountRoles"),
            post("/logout", "Logout"));

    private static final List<RestRoute> SSO_OIDC = List.of(
            post("/client/register", "RegisterClient"),
            post("/device_authorization", "StartDeviceAuthorization"),
            post("/token", "CreateToken"));

    private RestRoutes() {}

    /** The routes of a service; none for the services whose operations are named in the request itself. */
    public static List<RestRoute> of(AwsService service) {
        return switch (service) {
            case ROUTE_53 -> Route53Routes.ALL;
            case EFS -> EfsRoutes.ALL;
            case SSO -> SSO;
            case SSO_OIDC -> SSO_OIDC;
            default -> List.of();
        };
    }

    private static RestRoute get(String template, String operation) {
        return new RestRoute("GET", template, operation);
    }

    private static RestRoute post(String template, String operation) {
        return new RestRoute("POST", template, operation);
    }
}
