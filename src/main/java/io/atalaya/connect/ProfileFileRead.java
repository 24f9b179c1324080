package io.atalaya.connect;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One configuration file and when it was read.
 *
 * @param exists whether it is there; most computers have only one of the two
 */
public record ProfileFileRead(Path file, boolean exists, Instant readAt) {}
