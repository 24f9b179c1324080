package io.atalaya.deployment.overview;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the deployment, as AWS tells it.
 *
 * @param word what it is called there: an API name, an event category, a state
 * @param text one line, verbatim
 * @param origin which service says so: {@code Auto Scaling}, {@code RDS}
 * @param state healthy for what went well, failed for what did not; unknown where it is only news
 */
public record Happening(
        Instant at, String word, @Nullable ResourceRef subject, String text, String origin, State state) {}
