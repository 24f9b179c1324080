package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.World;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;

/** The one thing the console asks IAM: what people call this account. */
final class Iam {
    private Iam() {}

    static void register(OperationRegistry registry, Cloud cloud) {
        Operations.global(registry, cloud, "iam")
                .on(
                        "ListAccountAliases",
                        ListAccountAliasesRequest.class,
                        ListAccountAliasesResponse.class,
                        Iam::aliases);
    }

    private static ListAccountAliasesResponse aliases(World world, ListAccountAliasesRequest r, Call call) {
        return ListAccountAliasesResponse.builder()
                .accountAliases(world.account().alias())
                .isTruncated(false)
                .build();
    }
}
