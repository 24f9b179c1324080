package io.atalaya.aws.readers;

import io.atalaya.deployment.ConsoleOutput;
import io.atalaya.watch.ConsoleOutputs;
import io.atalaya.watch.ProblemMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import software.amazon.awssdk.core.exception.SdkException;

/** EC2's copy of the serial console, which it sends in base64. */
public final class ConsoleOutputReader implements ConsoleOutputs {
    private static final String CALL = "ec2:GetConsoleOutput";

    private final Clients clients;
    private final ProblemMapper problems;

    public ConsoleOutputReader(Clients clients, ProblemMapper problems) {
        this.clients = clients;
        this.problems = problems;
    }

    @Override
    public Answer read(String instanceId) {
        try {
            var answer = clients.ec2().getConsoleOutput(r -> r.instanceId(instanceId));
            var bytes = Base64.getMimeDecoder().decode(Absent.text(answer.output()));
            return new Answer.Text(
                    new ConsoleOutput(instanceId, new String(bytes, StandardCharsets.UTF_8), answer.timestamp()));
        } catch (SdkException | IllegalArgumentException e) {
            return new Answer.Failed(problems.problem(CALL, e));
        }
    }
}
