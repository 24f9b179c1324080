package io.atalaya.bench;

import io.atalaya.deployment.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What {@code dot} needs for the same nodes and edges. */
final class Graphviz {
    private static final int PATIENCE_SECONDS = 120;

    /** @param cutOff whether it had not finished by then */
    record Took(double millis, boolean cutOff) {}

    private Graphviz() {}

    /** Empty, and said aloud, where there is no {@code dot}. */
    static Optional<Took> millis(Topology topology) throws IOException, InterruptedException {
        var dot = Path.of("/usr/bin/dot");
        if (!Files.isExecutable(dot)) {
            System.out.println("  SKIPPED: there is no /usr/bin/dot to compare with (Debian: apt-get install graphviz)");
            return Optional.empty();
        }
        var text = new StringBuilder("digraph g { rankdir=LR; node [shape=box];\n");
        topology.nodes().forEach(node -> text.append('"').append(node.key()).append("\";\n"));
        topology.edges()
                .forEach(edge -> text.append('"')
                        .append(edge.from())
                        .append("\" -> \"")
                        .append(edge.to())
                        .append("\";\n"));
        var file = Files.createDirectories(Path.of("target", "bench")).resolve("graph.dot");
        Files.writeString(file, text.append("}\n"));
        long begun = System.nanoTime();
        var process = new ProcessBuilder(dot.toString(), "-Tplain", "-o", "/dev/null", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean finished = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!finished) {
            process.destroyForcibly();
        }
        return Optional.of(new Took((System.nanoTime() - begun) / 1e6, !finished));
    }
}
