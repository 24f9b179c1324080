package io.atalaya.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.NameSeen.Outcome;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Sample;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class NamesReaderTest {
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    private static RecordSet in(String zone, String name, String type, String routing) {
        return new RecordSet(zone, name, type, 60L, List.of("203.0.113.1"), null, routing, routing, null);
    }

    private static Deployment known() {
        var deployment = Sample.with(
                Sample.empty(),
                Parts.HOSTED_ZONES,
                List.of(
                        new HostedZone("Z1", "checkop.co", false, 5, null),
                        new HostedZone("Z2", "inside.checkop.co", true, 1, null)));
        return Sample.with(
                deployment,
                Parts.RECORD_SETS,
                List.of(
                        in("Z1", "plain.checkop.co", "A", "simple"),
                        in("Z1", "*.checkop.co", "A", "simple"),
                        in("Z1", "checkop.co", "MX", "simple"),
                        in("Z1", "itsm.checkop.co", "A", "failover PRIMARY"),
                        in("Z1", "itsm.checkop.co", "A", "failover SECONDARY"),
                        in("Z2", "db.inside.checkop.co", "A", "simple")));
    }

    private List<NameSeen> read(Outcome outcome) throws Exception {
        var pages = new ArrayList<NameSeen>();
        new NamesReader(
                        (name, type) -> {
                            asked.add(name + " " + type);
                            return new NameSeen(name, type, outcome, List.of(), "", Sample.NOW);
                        },
                        new FanOut(Thread.ofVirtual().factory(), 4))
                .read(known(), pages::addAll);
        return pages;
    }

    @Test
    void onlyNamesOfPublicRecordsAreAskedAndEachOnce() throws Exception {
        assertThat(read(Outcome.NOT_THERE)).hasSize(3);
        assertThat(asked).containsExactlyInAnyOrder("checkop.co NS", "itsm.checkop.co A", "plain.checkop.co A");
    }

    @Test
    void thatNobodyAnswersAtAllIsAProblemAndNotAnAnswerAboutTheNames() {
        assertThatThrownBy(() -> read(Outcome.NO_ANSWER)).isInstanceOf(UnknownHostException.class);
    }
}
