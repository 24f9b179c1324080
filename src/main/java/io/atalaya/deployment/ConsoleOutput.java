package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a machine wrote on its serial console (ec2:GetConsoleOutput): the last 64 KB, kept for at least an hour after it stopped.
 *
 * @param text as the machine wrote it: no word of it can be trusted to be harmless; empty where EC2 has none yet
 * @param writtenAt when EC2 last took it over; null where it does not say
 */
public record ConsoleOutput(
        String instanceId, String text, @Nullable Instant writtenAt) {}
