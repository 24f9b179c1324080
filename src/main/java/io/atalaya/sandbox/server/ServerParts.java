package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.fault.FaultPlan;
import io.atalaya.sandbox.server.tail.LiveTailFeed;
import java.time.Clock;

/**
 * What a server is made of.
 *
 * @param registry the operations it answers
 * @param keys who may call
 * @param faults what goes wrong on purpose
 * @param wire what requests and answers go through
 * @param log what it received
 * @param liveTail where Live Tail sessions get their events
 * @param witness sees what changes something
 * @param world the simulated deployment's clock, which handlers see
 * @param wall the clock that signatures are held against; a deployment may live faster than its callers
 */
public record ServerParts(
        OperationRegistry registry,
        AccessKeys keys,
        FaultPlan faults,
        Wire wire,
        RequestLog log,
        LiveTailFeed liveTail,
        CallWitness witness,
        Clock world,
        Clock wall) {}
