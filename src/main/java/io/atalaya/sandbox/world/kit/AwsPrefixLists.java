package io.atalaya.sandbox.world.kit;

import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;

/** The prefix lists that AWS keeps in every region, with addresses of the blocks for documentation. */
public final class AwsPrefixLists {
    /** Of the buckets of a region. */
    public static final String S3 = "pl-63a5400a";

    public static final String DYNAMODB = "pl-02cd2c6b";

    private static final Map<String, List<String>> BLOCKS =
            Map.of(S3, List.of("198.51.100.192/27", "198.51.100.224/28"), DYNAMODB, List.of("198.51.100.240/28"));

    private AwsPrefixLists() {}

    public static void furnish(World world) {
        Stream.of(S3, DYNAMODB).forEach(id -> world.network()
                .prefixLists()
                .put(
                        ManagedPrefixList.builder()
                                .prefixListId(id)
                                .prefixListName(
                                        "com.amazonaws." + world.region() + (id.equals(S3) ? ".s3" : ".dynamodb"))
                                .prefixListArn("arn:aws:ec2:" + world.region() + ":aws:prefix-list/" + id)
                                .addressFamily("IPv4")
                                .ownerId("AWS")
                                .state("create-complete")
                                .tags(List.of())
                                .build(),
                        BLOCKS.getOrDefault(id, List.of()).stream()
                                .map(cidr ->
                                        PrefixListEntry.builder().cidr(cidr).build())
                                .toList()));
    }
}
