package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import software.amazon.awssdk.core.SdkPojo;

/** An operation as a function of the world it was asked about, which holds still meanwhile. */
@FunctionalInterface
interface WorldHandler<I extends SdkPojo, O extends SdkPojo> {
    O answer(World world, I request, Call call);
}
