package io.atalaya.practice;

import io.atalaya.deployment.overview.Finding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding this console showed.
 *
 * @param since when it first showed it
 * @param until when it no longer did; null while it does
 * @param before whether it was there when the exercise began
 */
public record Said(Finding finding, Instant since, @Nullable Instant until, boolean before) {}
