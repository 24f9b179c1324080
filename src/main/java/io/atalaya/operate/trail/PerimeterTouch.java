package io.atalaya.operate.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that changed a security group, a network ACL or a route table, as CloudTrail recorded it.
 *
 * @param rules of a group that came or went; empty where the event does not say which
 * @param egress of an ACL's entry
 * @param entry the number of an ACL's entry; null for what is no entry
 */
public record PerimeterTouch(
        TrailEvent event,
        ResourceRef resource,
        List<SecurityRule> rules,
        boolean egress,
        @Nullable Integer entry) {
    /** EC2's operations that change them, by what they change. */
    static final Map<ResourceType, List<String>> NAMES = Map.of(
            ResourceType.SECURITY_GROUP,
            List.of(
                    "AuthorizeSecurityGroupIngress",
                    "RevokeSecurityGroupIngress",
                    "AuthorizeSecurityGroupEgress",
                    "RevokeSecurityGroupEgress",
                    "ModifySecurityGroupRules"),
            ResourceType.NETWORK_ACL,
            List.of(
                    "CreateNetworkAclEntry",
                    "ReplaceNetworkAclEntry",
                    "DeleteNetworkAclEntry",
                    "ReplaceNetworkAclAssociation"),
            ResourceType.ROUTE_TABLE,
            List.of(
                    "CreateRoute",
                    "ReplaceRoute",
                    "DeleteRoute",
                    "AssociateRouteTable",
                    "ReplaceRouteTableAssociation"));

    private static final Map<ResourceType, String> ID = Map.of(
            ResourceType.SECURITY_GROUP, "groupId",
            ResourceType.NETWORK_ACL, "networkAclId",
            ResourceType.ROUTE_TABLE, "routeTableId");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    public PerimeterTouch {
        rules = List.copyOf(rules);
    }

    /** The caller's name: the end of its ARN; empty where AWS itself did it. */
    public String who() {
        return event.caller().substring(event.caller().lastIndexOf('/') + 1);
    }

    /** Whether something went with it. */
    public boolean removed() {
        return event.name().startsWith("Revoke") || event.name().startsWith("Delete");
    }

    /** Empty where it changed nothing, because it was refused, or does not say what. */
    static Optional<PerimeterTouch> read(ResourceType type, TrailEvent event) {
        if (event.errorCode() != null || event.parameters().isEmpty()) {
            return Optional.empty();
        }
        try {
            var said = JSON.readTree(event.parameters());
            // ModifySecurityGroupRules and others put what was sent into a member of the request's name
            var node = said.size() == 1 && said.iterator().next().isObject()
                    ? said.iterator().next()
                    : said;
            var id = text(node, String.valueOf(ID.get(type)));
            if (id == null) {
                id = text(node, "GroupId");
            }
            if (id == null) {
                return Optional.empty();
            }
            var number = node.path("ruleNumber");
            return Optional.of(new PerimeterTouch(
                    event,
                    new ResourceRef(type, id),
                    rules(node, event.name().endsWith("Ingress")),
                    node.path("egress").asBoolean(),
                    number.canConvertToInt() || number.asText().matches("\\d{1,5}")
                            ? Integer.valueOf(number.asInt())
                            : null));
        } catch (JsonProcessingException notReadable) {
            return Optional.empty();
        }
    }

    private static List<SecurityRule> rules(JsonNode node, boolean ingress) {
        var rules = new ArrayList<SecurityRule>();
        for (var permission : items(node.path("ipPermissions"))) {
            items(permission.path("ipRanges"))
                    .forEach(each -> rules.add(rule(permission, ingress, text(each, "cidrIp"), null, null)));
            items(permission.path("ipv6Ranges"))
                    .forEach(each -> rules.add(rule(permission, ingress, text(each, "cidrIpv6"), null, null)));
            items(permission.path("groups"))
                    .forEach(each -> rules.add(rule(permission, ingress, null, text(each, "groupId"), null)));
            items(permission.path("userIdGroupPairs"))
                    .forEach(each -> rules.add(rule(permission, ingress, null, text(each, "groupId"), null)));
            items(permission.path("prefixListIds"))
                    .forEach(each -> rules.add(rule(permission, ingress, null, null, text(each, "prefixListId"))));
        }
        rules.removeIf(each -> each.cidr() == null && each.groupId() == null && each.prefixListId() == null);
        return rules;
    }

    private static SecurityRule rule(
            JsonNode permission,
            boolean ingress,
            @Nullable String cidr,
            @Nullable String groupId,
            @Nullable String prefixListId) {
        var protocol = text(permission, "ipProtocol");
        return new SecurityRule(
                ingress,
                protocol == null ? "-1" : protocol,
                number(permission, "fromPort"),
                number(permission, "toPort"),
                cidr,
                groupId,
                prefixListId,
                null);
    }

    /** EC2's lists are {@code {"items": [...]}}; others are lists. */
    private static Iterable<JsonNode> items(JsonNode list) {
        return list.isArray() ? list : list.path("items");
    }

    private static @Nullable Integer number(JsonNode node, String member) {
        return node.path(member).isNumber() ? Integer.valueOf(node.path(member).intValue()) : null;
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.path(member).isTextual() ? node.path(member).textValue() : null;
    }
}
