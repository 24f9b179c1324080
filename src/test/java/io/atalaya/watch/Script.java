package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A source of strings whose answers a test writes. Remembers when and how it was asked. */
final class Script {
    final Part<String> part;
    final List<Instant> askedAt = new ArrayList<>();
    final List<CallContext> contexts = new ArrayList<>();
    private final VirtualTime time;
    private Set<Part<?>> needs = Set.of();
    private Set<Part<?>> uses = Set.of();
    private boolean always = true;
    private String service = "ec2";
    private Duration cadence = Duration.ofSeconds(10);
    private Reader<String> reader = (known, page) -> page.accept(List.of("a"));

    Script(String id, VirtualTime time) {
        this.part = new Part<>(id, String.class);
        this.time = time;
    }

    Script every(Duration pace) {
        cadence = pace;
        return this;
    }

    Script of(String name) {
        service = name;
        return this;
    }

    Script needs(Script other) {
        needs = Set.of(other.part);
        return this;
    }

    Script uses(Script other) {
        uses = Set.of(other.part);
        return this;
    }

    Script onDemand() {
        always = false;
        return this;
    }

    Script answers(String... items) {
        return reads((known, page) -> page.accept(List.of(items)));
    }

    Script fails(Problem.Kind kind) {
        return reads((known, page) -> {
            throw new Refusal(kind);
        });
    }

    Script reads(Reader<String> body) {
        reader = body;
        return this;
    }

    Source<String> source() {
        return new Source<>(part, Set.of(service + ":Describe" + part.id()), cadence, needs, uses, always, this::read);
    }

    private void read(Deployment known, Consumer<List<String>> page) throws Exception {
        askedAt.add(time.instant());
        contexts.add(CallContext.current());
        CallContext.current().sent().incrementAndGet();
        reader.read(known, page);
    }

    /** What a client would throw. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final Problem.Kind kind;

        Refusal(Problem.Kind kind) {
            super(kind.name());
            this.kind = kind;
        }
    }

    static ProblemMapper problems(VirtualTime time) {
        return (call, thrown) -> new Problem(
                thrown instanceof Refusal refusal ? refusal.kind : Problem.Kind.FAULT,
                call,
                thrown.getClass().getSimpleName(),
                String.valueOf(thrown.getMessage()),
                null,
                null,
                time.instant());
    }
}
