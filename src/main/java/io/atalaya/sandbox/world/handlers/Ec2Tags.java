package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.sim.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Tags of anything in EC2, by the id's prefix. */
final class Ec2Tags {
    private static final int MOST_TAGS = 50;

    private Ec2Tags() {}

    static void register(Operations ec2) {
        ec2.on("CreateTags", CreateTagsRequest.class, CreateTagsResponse.class, Ec2Tags::create)
                .on("DeleteTags", DeleteTagsRequest.class, DeleteTagsResponse.class, Ec2Tags::delete);
    }

    private static CreateTagsResponse create(World world, CreateTagsRequest r, Call call) {
        change(world, r.resources(), tags -> {
            List<Tag> out = new ArrayList<>(tags);
            for (Tag tag : r.tags()) {
                out.removeIf(t -> t.key().equals(tag.key()));
                out.add(tag);
            }
            if (out.size() > MOST_TAGS) {
                throw new WireFault(400, "TagLimitExceeded", "The maximum number of tags per resource is " + MOST_TAGS);
            }
            return List.copyOf(out);
        });
        return CreateTagsResponse.builder().build();
    }

    /** A tag without a value goes whatever its value is; without any tag named, all go. */
    private static DeleteTagsResponse delete(World world, DeleteTagsRequest r, Call call) {
        change(world, r.resources(), tags -> tags.stream()
                .filter(t -> !r.tags().isEmpty()
                        && r.tags().stream()
                                .noneMatch(x -> x.key().equals(t.key())
                                        && (x.value() == null || x.value().equals(t.value()))))
                .toList());
        return DeleteTagsResponse.builder().build();
    }

    private static void change(World world, List<String> ids, UnaryOperator<List<Tag>> change) {
        ids.stream().map(id -> holder(world, id)).toList().forEach(h -> h.accept(change));
    }

    private interface Holder {
        void accept(UnaryOperator<List<Tag>> change);
    }

    private static Holder holder(World world, String id) {
        var compute = world.compute();
        var net = world.network();
        return switch (id.substring(0, Math.max(0, id.indexOf('-')))) {
            case "i" ->
                in(compute.instances(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "ami" ->
                in(compute.images(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "vol" ->
                in(compute.volumes(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "snap" ->
                in(compute.snapshots(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "lt" ->
                in(compute.templates(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "vpc" ->
                in(net.vpcs(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "subnet" ->
                in(net.subnets(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "rtb" ->
                in(net.routeTables(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "igw" ->
                in(net.internetGateways(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "nat" ->
                in(net.natGateways(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "sg" ->
                in(net.securityGroups(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "acl" ->
                in(net.acls(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "eni" ->
                in(net.interfaces(), id, x -> x.tagSet(), (x, t) -> x.toBuilder()
                        .tagSet(t)
                        .build());
            case "pcx" ->
                in(net.peerings(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "vpce" ->
                in(net.endpoints(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "vgw" ->
                in(net.vpnGateways(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "fl" ->
                in(net.flowLogs(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            case "eipalloc" ->
                in(net.addresses(), id, x -> x.tags(), (x, t) -> x.toBuilder()
                        .tags(t)
                        .build());
            default -> throw new WireFault(400, "InvalidID", "The ID '" + id + "' is not valid");
        };
    }

    private static <T> Holder in(
            Table<T> table, String id, Function<T, List<Tag>> read, BiFunction<T, List<Tag>, T> write) {
        if (!table.contains(id)) {
            throw new WireFault(400, "InvalidID", "The ID '" + id + "' is not valid");
        }
        return change -> table.change(id, x -> write.apply(x, change.apply(read.apply(x))));
    }
}
