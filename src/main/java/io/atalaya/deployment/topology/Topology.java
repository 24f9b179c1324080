package io.atalaya.deployment.topology;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.ResourceRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The request paths of one snapshot. Edges of many instances to the same thing are bundled by their cluster, so that their
 * number grows with clusters and not with instances times databases.
 */
public final class Topology {
    private final Map<String, Node> nodes;
    private final Map<String, Cluster> clusters;
    private final List<Edge> edges;
    private final Map<String, List<Edge>> into = new HashMap<>();
    private final Map<String, List<Edge>> outOf = new HashMap<>();
    private final Map<String, Frame> frames;
    private final Map<ResourceRef, String> keyOfRow = new HashMap<>();

    /** The name of a VPC or subnet and what stands behind it, {@code chop-vpc} and {@code vpc-0a4f · 10.20.0.0/16}. */
    public record Frame(String name, String detail) {}

    Topology(Map<String, Node> nodes, Map<String, Cluster> clusters, List<Edge> edges, Map<String, Frame> frames) {
        this.nodes = new LinkedHashMap<>(nodes);
        this.clusters = new LinkedHashMap<>(clusters);
        this.edges = List.copyOf(edges);
        this.frames = Map.copyOf(frames);
        for (var edge : edges) {
            into.computeIfAbsent(edge.to(), unused -> new ArrayList<>(2)).add(edge);
            outOf.computeIfAbsent(edge.from(), unused -> new ArrayList<>(2)).add(edge);
        }
        for (var node : nodes.values()) {
            node.rows().forEach(row -> keyOfRow.put(row.ref(), node.key()));
        }
    }

    public static Topology of(DeploymentIndex index) {
        return TopologyBuilder.build(index);
    }

    /** All cards in order of layer and id. */
    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    public Optional<Node> node(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /** The card that shows a resource: its own, or the one of which it is a row. */
    public Optional<Node> nodeOf(ResourceRef ref) {
        var row = keyOfRow.get(ref);
        return node(row == null ? Node.key(ref) : row);
    }

    public List<Cluster> clusters() {
        return List.copyOf(clusters.values());
    }

    public Optional<Cluster> cluster(String key) {
        return Optional.ofNullable(clusters.get(key));
    }

    public List<Edge> edges() {
        return edges;
    }

    /** The name of the frame of a VPC or subnet; its id where it was not read. */
    public Frame frame(String id) {
        var known = frames.get(id);
        return known == null ? new Frame(id, "") : known;
    }

    public List<Edge> into(String key) {
        return into.getOrDefault(key, List.of());
    }

    public List<Edge> outOf(String key) {
        return outOf.getOrDefault(key, List.of());
    }

    /**
     * The ways by which requests come to a card; for one that nothing leads to, the ways that begin at it.
     *
     * @return edges of this topology, by identity
     */
    public Set<Edge> path(String key) {
        var up = follow(key, true);
        return up.isEmpty() ? follow(key, false) : up;
    }

    /**
     * The way to a resource: to its card, or through the row of a card that it is.
     *
     * @return empty where it has no card
     */
    public Set<Edge> pathTo(ResourceRef ref) {
        var card = keyOfRow.get(ref);
        if (card == null || nodes.containsKey(Node.key(ref))) {
            return path(Node.key(ref));
        }
        var through = new HashSet<>(follow(card, true));
        for (var edge : outOf(card)) {
            if (ref.equals(edge.row())) {
                through.add(edge);
                if (into(card).isEmpty()) {
                    through.addAll(follow(edge.to(), false));
                }
            }
        }
        return through;
    }

    private Set<Edge> follow(String start, boolean upstream) {
        var found = new HashSet<Edge>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(start);
        while (!open.isEmpty()) {
            var key = open.poll();
            if (!seen.add(key)) {
                continue;
            }
            if (key.equals(start) || !upstream) {
                bundlesOf(key).forEach(open::add);
            }
            for (var edge : upstream ? into(key) : outOf(key)) {
                found.add(edge);
                open.add(upstream ? edge.from() : edge.to());
            }
        }
        return found;
    }

    /** A member is also reached through the edges of its cluster. */
    private List<String> bundlesOf(String key) {
        var node = nodes.get(key);
        return node == null || node.place().cluster() == null
                ? List.of()
                : List.of(node.place().cluster());
    }

    /** How many cards need attention, or are well and yet not reached by one that asks them. */
    public int problems() {
        var cut = edges.stream()
                .filter(edge -> edge.flow() == Flow.STOPPED)
                .map(Edge::to)
                .collect(Collectors.toSet());
        return (int) nodes.values().stream()
                .filter(node -> node.needsAttention() || cut.contains(node.key()))
                .count();
    }
}
