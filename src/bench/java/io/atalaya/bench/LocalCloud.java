package io.atalaya.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sandbox in another process, and how to reach it. */
public final class LocalCloud implements AutoCloseable {
    private final Child child;
    private final String[] facts;

    private LocalCloud(Child child, String[] facts) {
        this.child = child;
        this.facts = facts;
    }

    /** Starts it and waits until it listens. */
    static LocalCloud start(String deployment, String story) throws IOException {
        var child = Child.start(List.of("-Xmx1500m", "-XX:+UseParallelGC"), Map.of(), SandboxMain.class, deployment, story);
        return new LocalCloud(child, child.await("sandbox").split(" "));
    }

    /** One with a numbered feed of logs. */
    static LocalCloud feeding(int groups, int streams, double perSecond) throws IOException {
        var child = Child.start(
                List.of("-Xmx1500m", "-XX:+UseParallelGC"),
                Map.of(),
                LogCloudMain.class,
                String.valueOf(groups),
                String.valueOf(streams),
                String.valueOf(perSecond));
        return new LocalCloud(child, child.await("sandbox").split(" "));
    }

    /** The child's next line that begins with the word. */
    String await(String word) throws IOException {
        return child.await(word);
    }

    void say(String line) throws IOException {
        child.say(line);
    }

    String endpoint() {
        return facts[0];
    }

    String region() {
        return facts[1];
    }

    /** For the AWS CLI and for the console alike. */
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("AWS_ACCESS_KEY_ID", facts[2]);
        environment.put("AWS_SECRET_ACCESS_KEY", facts[3]);
        if (!facts[4].equals("null")) {
            environment.put("AWS_SESSION_TOKEN", facts[4]);
        }
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_CONFIG_FILE", "target/bench/no-such-config");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "target/bench/no-such-credentials");
        environment.put("AWS_PAGER", "");
        environment.put("ATALAYA_HOME", "target/bench/home");
        return environment;
    }

    @Override
    public void close() throws IOException {
        child.close();
    }
}
