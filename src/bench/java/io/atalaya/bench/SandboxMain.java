package io.atalaya.bench;

import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.world.Story;
import java.io.IOException;

/** A sandbox in a process of its own, so that what it takes is not counted as the console's. Ends with its input. */
public final class SandboxMain {
    private SandboxMain() {}

    /** @param args the deployment, and CALM or REPEATING */
    public static void main(String[] args) throws IOException {
        var options = SandboxOptions.defaults().withDeployment(args[0]).withStory(Story.valueOf(args[1]));
        try (var sandbox = Sandbox.start(options)) {
            System.out.println(String.join(
                    " ",
                    "sandbox",
                    sandbox.endpoint().toString(),
                    sandbox.region(),
                    sandbox.accessKeyId(),
                    sandbox.secretAccessKey(),
                    String.valueOf(sandbox.sessionToken())));
            while (System.in.read() >= 0) {
                // until whoever started it closes the pipe
            }
        }
    }
}
