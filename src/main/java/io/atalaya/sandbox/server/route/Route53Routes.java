package io.atalaya.sandbox.server.route;

import java.util.List;

/** The operations of Route 53 by method and path; all of them, so that one without a handler is known by its name. */
final class Route53Routes {
    private static final String VERSION = "/2013-04-01";

    static final List<RestRoute> ALL = List.of(
            get("/accountlimit/{Type}", "GetAccountLimit"),
            get("/change/{Id}", "GetChange"),
            get("/checkeripranges", "GetCheckerIpRanges"),
            get("/cidrcollection", "ListCidrCollections"),
            post("/cidrcollection", "CreateCidrCollection"),
            get("/cidrcollection/{CidrCollectionId}", "ListCidrLocations"),
            post("/cidrcollection/{CidrCollectionId}", "ChangeCidrCollection"),
            delete("/cidrcollection/{CidrCollectionId}", "DeleteCidrCollection"),
            get("/cidrcollection/{CidrCollectionId}/cidrblocks", "ListCidrBlocks"),
            get("/delegationset", "ListReusableDelegationSets"),
            post("/delegationset", "CreateReusableDelegationSet"),
            get("/delegationset/{Id}", "GetReusableDelegationSet"),
            delete("/delegationset/{Id}", "DeleteReusableDelegationSet"),
            get("/geolocation", "GetGeoLocation"),
            get("/geolocations", "ListGeoLocations"),
            get("/healthcheck", "ListHealthChecks"),
            post("/healthcheck", "CreateHealthCheck"),
            get("/healthcheck/{HealthCheckId}", "GetHealthCheck"),
            post("/healthcheck/{HealthCheckId}", "UpdateHealthCheck"),
            delete("/healthcheck/{HealthCheckId}", "DeleteHealthCheck"),
            get("/healthcheck/{HealthCheckId}/lastfailurereason", "GetHealthCheckLastFailureReason"),
            get("/healthcheck/{HealthCheckId}/status", "GetHealthCheckStatus"),
            get("/healthcheckcount", "GetHealthCheckCount"),
            get("/hostedzone", "ListHostedZones"),
            post("/hostedzone", "CreateHostedZone"),
            get("/hostedzone/{Id}", "GetHostedZone"),
            post("/hostedzone/{Id}", "UpdateHostedZoneComment"),
            delete("/hostedzone/{Id}", "DeleteHostedZone"),
            post("/hostedzone/{Id}/associatevpc", "AssociateVPCWithHostedZone"),
            get("/hostedzone/{Id}/authorizevpcassociation", "ListVPCAssociationAuthorizations"),
            post("/hostedzone/{Id}/authorizevpcassociation", "CreateVPCAssociationAuthorization"),
            post("/hostedzone/{Id}/deauthorizevpcassociation", "DeleteVPCAssociationAuthorization"),
            post("/hostedzone/{Id}/disable-dnssec", "DisableHostedZoneDNSSEC"),
            post("/hostedzone/{Id}/disassociatevpc", "DisassociateVPCFromHostedZone"),
            get("/hostedzone/{Id}/dnssec", "GetDNSSEC"),
            post("/hostedzone/{Id}/enable-dnssec", "EnableHostedZoneDNSSEC"),
            post("/hostedzone/{Id}/features", "UpdateHostedZoneFeatures"),
            get("/hostedzone/{Id}/rrset", "ListResourceRecordSets"),
            post("/hostedzone/{Id}/rrset", "ChangeResourceRecordSets"),
            get("/hostedzonecount", "GetHostedZoneCount"),
            get("/hostedzonelimit/{Id}/{Type}", "GetHostedZoneLimit"),
            get("/hostedzonesbyname", "ListHostedZonesByName"),
            get("/hostedzonesbyvpc", "ListHostedZonesByVPC"),
            post("/keysigningkey", "CreateKeySigningKey"),
            delete("/keysigningkey/{HostedZoneId}/{Name}", "DeleteKeySigningKey"),
            post("/keysigningkey/{HostedZoneId}/{Name}/activate", "ActivateKeySigningKey"),
            post("/keysigningkey/{HostedZoneId}/{Name}/deactivate", "DeactivateKeySigningKey"),
            get("/queryloggingconfig", "ListQueryLoggingConfigs"),
            post("/queryloggingconfig", "CreateQueryLoggingConfig"),
            get("/queryloggingconfig/{Id}", "GetQueryLoggingConfig"),
            delete("/queryloggingconfig/{Id}", "DeleteQueryLoggingConfig"),
            get("/reusabledelegationsetlimit/{Id}/{Type}", "GetReusableDelegationSetLimit"),
            post("/tags/{ResourceType}", "ListTagsForResources"),
            get("/tags/{ResourceType}/{ResourceId}", "ListTagsForResource"),
            post("/tags/{ResourceType}/{ResourceId}", "ChangeTagsForResource"),
            get("/testdnsanswer", "TestDNSAnswer"),
            get("/trafficpolicies", "ListTrafficPolicies"),
            get("/trafficpolicies/{Id}/versions", "ListTrafficPolicyVersions"),
            post("/trafficpolicy", "CreateTrafficPolicy"),
            post("/trafficpolicy/{Id}", "CreateTrafficPolicyVersion"),
            get("/trafficpolicy/{Id}/{Version}", "GetTrafficPolicy"),
            post("/trafficpolicy/{Id}/{Version}", "UpdateTrafficPolicyComment"),
            delete("/trafficpolicy/{Id}/{Version}", "DeleteTrafficPolicy"),
            post("/trafficpolicyinstance", "CreateTrafficPolicyInstance"),
            get("/trafficpolicyinstance/{Id}", "GetTrafficPolicyInstance"),
            post("/trafficpolicyinstance/{Id}", "UpdateTrafficPolicyInstance"),
            delete("/trafficpolicyinstance/{Id}", "DeleteTrafficPolicyInstance"),
            get("/trafficpolicyinstancecount", "GetTrafficPolicyInstanceCount"),
            get("/trafficpolicyinstances", "ListTrafficPolicyInstances"),
            get("/trafficpolicyinstances/hostedzone", "ListTrafficPolicyInstancesByHostedZone"),
            get("/trafficpolicyinstances/trafficpolicy", "ListTrafficPolicyInstancesByPolicy"));

    private Route53Routes() {}

    private static RestRoute get(String path, String operation) {
        return new RestRoute("GET", VERSION + path, operation);
    }

    private static RestRoute post(String path, String operation) {
        return new RestRoute("POST", VERSION + path, operation);
    }

    private static RestRoute delete(String path, String operation) {
        return new RestRoute("DELETE", VERSION + path, operation);
    }
}
