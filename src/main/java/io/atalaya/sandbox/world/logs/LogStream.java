package io.atalaya.sandbox.world.logs;

import java.time.Instant;

/** A log stream: who writes to it and since when. */
public record LogStream(String name, Instant created, Voice voice) {}
