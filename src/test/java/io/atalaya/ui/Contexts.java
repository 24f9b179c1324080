package io.atalaya.ui;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A view context for tests: its deployment and its clock are set by hand, what was asked and where one went is kept. */
public final class Contexts implements Asker, Navigator {
    /** 14:03:39 in Bogotá. */
    public static final Instant NOW = Instant.parse("2026-11-24T19:03:39Z");

    public final ObjectProperty<Deployment> deployment =
            new SimpleObjectProperty<>(Deployment.empty("us-east-1", null));
    public final ObjectProperty<Instant> now = new SimpleObjectProperty<>(NOW);
    public Acts acts = Acts.NONE;
    public final List<Set<Part<?>>> asked = new ArrayList<>();
    public final List<Set<Part<?>>> watched = new ArrayList<>();
    public final List<Object> visited = new ArrayList<>();

    public ViewContext context(Texts texts) {
        return new ViewContext(deployment, now, this, this, ZoneId.of("America/Bogota"), texts, acts);
    }

    @Override
    public AutoCloseable watch(Set<Part<?>> parts) {
        watched.add(parts);
        return () -> watched.remove(parts);
    }

    @Override
    public void askNow(Set<Part<?>> parts) {
        asked.add(parts);
    }

    @Override
    public Set<Part<?>> lookedAt() {
        return watched.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    @Override
    public void show(String viewId) {
        visited.add(viewId);
    }

    @Override
    public void reveal(ResourceRef resource) {
        visited.add(resource);
    }

    @Override
    public void ask(Reach question) {
        visited.add(question);
    }
}
