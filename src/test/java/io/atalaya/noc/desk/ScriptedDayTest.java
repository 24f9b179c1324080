package io.atalaya.noc.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.noc.desk.store.DeskJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twenty-four hours at a desk with a look every half minute: the state equals the table whenever the table speaks. */
class ScriptedDayTest {
    private static final Duration PULSE = Duration.ofSeconds(30);

    /** Time, what happens, what is on the desk right after. */
    private static final String DAY = """
            00:00 |                          |
            00:40 | cpu!                     | cpu WARNING OPEN
            00:52 | cpu-                     | cpu WARNING HELD
            00:55 | cpu!                     | cpu WARNING OPEN x1
            00:58 | cpu-                     | cpu WARNING HELD x1
            01:04 | cpu!                     | cpu WARNING OPEN x2
            01:10 | cpu-                     | cpu WARNING HELD x2
            05:55 |                          | cpu WARNING HELD x2
            06:02 | seen cpu ana             |
            07:30 | disk!                    | disk WARNING OPEN
            07:31 | snooze disk ana 09:00    | disk WARNING OPEN snoozed
            08:10 | targets!!                | targets CRITICAL OPEN; disk WARNING OPEN snoozed
            08:11 | ack targets ana          | targets CRITICAL OPEN ack:ana own:ana; disk WARNING OPEN snoozed
            08:15 | note targets ana EFS     | targets CRITICAL OPEN ack:ana own:ana note:EFS; disk WARNING OPEN snoozed
            08:40 | disk!!                   | disk CRITICAL OPEN; targets CRITICAL OPEN ack:ana own:ana note:EFS
            08:41 | take disk bea            | disk CRITICAL OPEN own:bea; targets CRITICAL OPEN ack:ana own:ana note:EFS
            09:00 |                          | disk CRITICAL OPEN own:bea; targets CRITICAL OPEN ack:ana own:ana note:EFS
            09:30 | targets-                 | disk CRITICAL OPEN own:bea
            09:35 | targets!!                | disk CRITICAL OPEN own:bea; targets CRITICAL OPEN ack:ana own:ana note:EFS x1
            09:50 | targets-                 | disk CRITICAL OPEN own:bea
            10:00 | disk!                    | disk WARNING OPEN own:bea
            10:05 | ack disk bea             | disk WARNING OPEN ack:bea own:bea
            11:00 | RESTART                  | disk WARNING OPEN ack:bea own:bea
            11:30 | blind                    | disk WARNING BLIND ack:bea own:bea
            11:50 | sight                    | disk WARNING OPEN ack:bea own:bea
            12:10 | disk-                    |
            13:00 | ping?                    | ping UNKNOWN OPEN
            13:01 | mute ping ana 15:00      | ping UNKNOWN OPEN muted
            14:00 | hand ping ana carlos     | ping UNKNOWN OPEN own:carlos muted
            15:00 |                          | ping UNKNOWN OPEN own:carlos
            15:10 | ping!                    | ping WARNING OPEN own:carlos
            15:20 | targets!!                | targets CRITICAL OPEN; ping WARNING OPEN own:carlos
            15:40 | targets-                 | ping WARNING OPEN own:carlos; targets CRITICAL HELD
            15:41 | RESTART                  | ping WARNING OPEN own:carlos; targets CRITICAL HELD
            17:00 | targets!!                | targets CRITICAL OPEN x1; ping WARNING OPEN own:carlos
            18:00 | ack targets carlos       | targets CRITICAL OPEN ack:carlos own:carlos x1; ping WARNING OPEN own:carlos
            18:01 | ping-                    | targets CRITICAL OPEN ack:carlos own:carlos x1; ping WARNING HELD own:carlos
            19:00 | hand targets carlos ana  | targets CRITICAL OPEN ack:carlos own:ana x1; ping WARNING HELD own:carlos
            21:00 | targets-                 | ping WARNING HELD own:carlos
            21:30 | seen ping ana            |
            23:59 |                          |
            """;

    @Test
    void theDayIsAsTheTableSays() throws IOException {
        var script = new Script("noc");
        var steps = DAY.strip().lines().map(each -> each.split("\\|", -1)).toList();
        for (var step : steps) {
            var at = Script.at(step[0].strip());
            while (script.now.isBefore(at)) {
                script.look();
                script.now = script.now.plus(PULSE);
            }
            var command = step[1].strip();
            if (command.equals("RESTART")) {
                var kept = DeskJson.write(script.state);
                assertThat(DeskJson.read(kept)).isEqualTo(script.state);
                script.state = DeskJson.read(kept);
            } else {
                script.run(command);
            }
            script.look();
            assertThat(script.table()).as(step[0] + step[1]).isEqualTo(step[2].strip());
        }
        assertThat(fired(script.state)).containsExactly("cpu", "disk", "targets", "ping", "targets");
        assertThat(counted(script.state, DeskEvent.Kind.FLAPPED)).isEqualTo(4);
    }

    private static List<String> fired(DeskState state) {
        var fired = new ArrayList<String>();
        for (var event : state.events()) {
            if (event.kind() == DeskEvent.Kind.APPEARED) {
                fired.add(event.key());
            }
        }
        return fired;
    }

    private static long counted(DeskState state, DeskEvent.Kind kind) {
        return state.events().stream().filter(each -> each.kind() == kind).count();
    }
}
