package io.atalaya.operate.run;

import java.util.List;

/**
 * What a person decided in this console that sends nothing to AWS: that a finding is accepted.
 *
 * @param act its name: {@code AcceptFinding}
 * @param resource the id or ARN it is about
 * @param said what it is about, as it stood on screen
 * @param detail why, in the person's words; may be empty
 */
public record Decision(String act, String resource, List<String> said, String detail) {
    public Decision {
        said = List.copyOf(said);
    }
}
