package io.atalaya.noc.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the desk as a line: what happens (a minute and a look between two), what is on the desk, what was told. */
class DeskTableTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            appears                      | cpu!                                        | cpu WARNING OPEN                        | APPEARED
            recovers unseen is held      | cpu!, cpu-                                  | cpu WARNING HELD                        | APPEARED RECOVERED_UNSEEN
            held goes when seen          | cpu!, cpu-, seen cpu ana                    | ''                                      | APPEARED RECOVERED_UNSEEN SEEN
            held goes when acknowledged  | cpu!, cpu-, ack cpu ana                     | ''                                      | APPEARED RECOVERED_UNSEEN ACKNOWLEDGED
            seen while it lasts: nothing | cpu!, seen cpu ana, cpu-                    | cpu WARNING HELD                        | APPEARED RECOVERED_UNSEEN
            acknowledged leaves          | cpu!, ack cpu ana, cpu-                     | ''                                      | APPEARED ACKNOWLEDGED RECOVERED
            taken is not acknowledged    | cpu!, take cpu ana, cpu-                    | cpu WARNING HELD own:ana                | APPEARED TAKEN RECOVERED_UNSEEN
            worse reopens                | cpu!, ack cpu ana, cpu!!                    | cpu CRITICAL OPEN own:ana               | APPEARED ACKNOWLEDGED WORSENED
            the peak is not forgotten    | cpu!, ack cpu ana, cpu!!, cpu!              | cpu WARNING OPEN own:ana                | APPEARED ACKNOWLEDGED WORSENED BETTERED
            better stays acknowledged    | cpu!!, ack cpu ana, cpu!, cpu!!             | cpu CRITICAL OPEN ack:ana own:ana       | APPEARED ACKNOWLEDGED BETTERED WORSENED
            a flap is no new entry       | cpu!, cpu-, cpu!                            | cpu WARNING OPEN x1                     | APPEARED RECOVERED_UNSEEN FLAPPED
            a flap stays acknowledged    | cpu!, ack cpu ana, cpu-, cpu!               | cpu WARNING OPEN ack:ana own:ana x1     | APPEARED ACKNOWLEDGED RECOVERED FLAPPED
            a flap was not seen          | cpu!, cpu-, seen cpu ana, cpu!, cpu-        | cpu WARNING HELD x1                     | APPEARED RECOVERED_UNSEEN SEEN FLAPPED RECOVERED_UNSEEN
            a worse flap reopens         | cpu!, ack cpu ana, cpu-, cpu!!              | cpu CRITICAL OPEN own:ana x1            | APPEARED ACKNOWLEDGED RECOVERED FLAPPED
            later it is another trouble  | cpu!, ack cpu ana, cpu-, wait, cpu!         | cpu WARNING OPEN                        | APPEARED ACKNOWLEDGED RECOVERED APPEARED
            held and back later is one   | cpu!, cpu-, wait, cpu!                      | cpu WARNING OPEN x1                     | APPEARED RECOVERED_UNSEEN FLAPPED
            blind is not over            | cpu!, blind                                 | cpu WARNING BLIND                       | APPEARED BLINDED
            sight again                  | cpu!, blind, sight                          | cpu WARNING OPEN                        | APPEARED BLINDED SIGHTED
            over while blind is held     | cpu!, blind, cpu-, sight                    | cpu WARNING HELD                        | APPEARED BLINDED RECOVERED_UNSEEN
            blind stays acknowledged     | cpu!, ack cpu ana, blind                    | cpu WARNING BLIND ack:ana own:ana       | APPEARED ACKNOWLEDGED BLINDED
            snoozed                      | cpu!, snooze cpu ana 01:00                  | cpu WARNING OPEN snoozed                | APPEARED SNOOZED
            snoozed comes back           | cpu!, snooze cpu ana 00:10, wait            | cpu WARNING OPEN                        | APPEARED SNOOZED CAME_BACK
            snoozed comes back if worse  | cpu!, snooze cpu ana 01:00, cpu!!           | cpu CRITICAL OPEN                       | APPEARED SNOOZED WORSENED
            unsnoozed                    | cpu!, snooze cpu ana 01:00, unsnooze cpu ana| cpu WARNING OPEN                        | APPEARED SNOOZED UNSNOOZED
            snoozed and over is held     | cpu!, snooze cpu ana 01:00, cpu-            | cpu WARNING HELD snoozed                | APPEARED SNOOZED RECOVERED_UNSEEN
            muted is counted             | cpu!, mute cpu ana 01:00                    | cpu WARNING OPEN muted                  | APPEARED MUTED
            a mute ends by itself        | cpu!, mute cpu ana 00:10, wait              | cpu WARNING OPEN                        | APPEARED MUTED
            unmuted                      | cpu!, mute cpu ana 01:00, unmute cpu ana    | cpu WARNING OPEN                        | APPEARED MUTED UNMUTED
            handed over                  | cpu!, take cpu ana, hand cpu ana bea        | cpu WARNING OPEN own:bea                | APPEARED TAKEN HANDED_OVER
            noted                        | cpu!, note cpu ana disk                     | cpu WARNING OPEN note:disk              | APPEARED NOTED
            a note is of its trouble     | cpu!, note cpu a x, ack cpu a, cpu-, wait, cpu! | cpu WARNING OPEN                    | APPEARED NOTED ACKNOWLEDGED RECOVERED APPEARED
            two acknowledge: the first   | cpu!, ack cpu ana, ack cpu bea              | cpu WARNING OPEN ack:ana own:ana        | APPEARED ACKNOWLEDGED ACKNOWLEDGED
            the same twice               | cpu!, ack cpu ana, ack cpu ana              | cpu WARNING OPEN ack:ana own:ana        | APPEARED ACKNOWLEDGED
            worst first                  | a!, b!!, c!, d?, c-                         | b CRITICAL OPEN; a WARNING OPEN; d UNKNOWN OPEN; c WARNING HELD | APPEARED APPEARED APPEARED APPEARED RECOVERED_UNSEEN
            an act on nothing            | ack cpu ana                                 | ''                                      | ''
            """)
    void rule(String name, String happens, String desk, String told) {
        var script = new Script("here");
        for (var command : happens.split(", ")) {
            if (command.equals("wait")) {
                for (int i = 0; i < 30; i++) {
                    script.now = script.now.plus(Duration.ofMinutes(1));
                    script.look();
                }
            } else {
                script.run(command);
            }
            script.look();
            script.now = script.now.plus(Duration.ofMinutes(1));
        }
        assertThat(script.table()).isEqualTo(bare(desk));
        assertThat(script.state.events().stream()
                        .map(each -> each.kind().name())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(bare(told));
    }

    private static String bare(String cell) {
        return cell == null || cell.equals("''") ? "" : cell.strip();
    }

    @Test
    void whatIsAcknowledgedIsWhatThePersonSaw() {
        var script = new Script("here");
        script.run("cpu!!");
        script.look();
        script.act(new PersonAct.Acknowledge("cpu", "ana", Severity.WARNING)); // it became worse under the pointer
        assertThat(script.table()).isEqualTo("cpu CRITICAL OPEN own:ana");
    }

    @Test
    void olderAnswersOfASourceCountNoFlap() {
        var script = new Script("here");
        script.run("cpu!");
        script.look();
        var early = script.signals();
        script.now = script.now.plusSeconds(60);
        script.run("cpu-");
        script.look();
        script.now = script.now.plusSeconds(1);
        var desk = new Desk("there");
        var back = desk.look(script.state, early, script.now);
        assertThat(back.events()).isEmpty();
        assertThat(back.state().entry("cpu").orElseThrow()).matches(it -> !it.over() && it.flaps() == 0);
    }

    @Test
    void aConsoleThatIsBehindStillAnswersWhatItSees() {
        var ahead = new Script("ahead");
        ahead.now = Script.at("10:05");
        ahead.run("cpu!");
        ahead.look();
        ahead.run("note cpu ana first");
        var behind = new Desk("behind");
        var now = Script.at("10:00");
        var state = behind.act(ahead.state, new PersonAct.Note("cpu", "bea", "second"), now)
                .state();
        state = behind.act(state, new PersonAct.Acknowledge("cpu", "bea", Severity.WARNING), now)
                .state();
        var merged = Desk.merged(ahead.state, state);
        assertThat(Script.table(merged, now)).isEqualTo("cpu WARNING OPEN ack:bea own:bea note:second");
    }

    /** What a console with a wrong clock saw last does not stand against what another sees now. */
    @Test
    void aConsoleThatIsAheadAndGoneIsOutvoted() {
        var gone = new Script("gone");
        gone.now = Script.at("12:00");
        gone.run("cpu!");
        gone.look();
        var here = new Script("here");
        here.now = Script.at("10:00");
        here.state = gone.state;
        for (int i = 0; i < 5; i++) {
            here.look();
            here.state = Desk.merged(here.state, gone.state);
            here.now = here.now.plusSeconds(3);
            assertThat(here.table()).isEqualTo("cpu WARNING HELD");
        }
        assertThat(here.state.events()).hasSize(2);
        here.run("cpu!!");
        here.look();
        here.state = Desk.merged(gone.state, here.state);
        assertThat(here.table()).startsWith("cpu CRITICAL OPEN");
    }

    @Test
    void soundRepeatsUntilAcknowledged() {
        var script = new Script("here");
        script.run("cpu!!");
        script.run("disk!");
        script.look();
        var plan = SoundPlan.USUAL;
        var played = new java.util.EnumMap<Severity, java.time.Instant>(Severity.class);
        assertThat(plan.due(script.state, played, script.now)).contains(Severity.CRITICAL);
        played.put(Severity.CRITICAL, script.now);
        assertThat(plan.due(script.state, played, script.now.plusSeconds(9))).isEmpty();
        assertThat(plan.due(script.state, played, script.now.plusSeconds(10))).contains(Severity.CRITICAL);
        script.run("ack cpu ana");
        assertThat(plan.due(script.state, played, script.now.plusSeconds(10))).contains(Severity.WARNING);
        for (var silent : Arrays.asList("mute disk ana 01:00", "unmute disk ana", "snooze disk ana 01:00", "disk-")) {
            script.run(silent);
            script.look();
            assertThat(plan.due(script.state, played, script.now).isPresent()).isEqualTo(silent.startsWith("unmute"));
        }
    }

    @Test
    void whatLeftIsForgottenAfterAWeek() {
        var script = new Script("here");
        for (var command : new String[] {"cpu!", "ack cpu ana", "cpu-", "disk!", "disk-"}) {
            script.run(command);
            script.look();
        }
        script.now = script.now.plus(Duration.ofDays(8));
        script.look();
        assertThat(script.state.entries()).containsOnlyKeys("disk"); // nobody saw that it is over
        assertThat(script.state.events()).isEmpty();
    }
}
