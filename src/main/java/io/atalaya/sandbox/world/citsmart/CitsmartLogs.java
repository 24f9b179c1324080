package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.LogGroups;
import io.atalaya.sandbox.world.logs.LogStream;
import io.atalaya.sandbox.world.logs.Voice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The log groups: one for each container, the hosts' system log, the balancer's access log and the database's. */
final class CitsmartLogs {
    static final String MESSAGES = "/citsmart/messages";
    static final String ACCESS = "/citsmart/access";
    static final String POSTGRES = "/aws/rds/instance/" + CitsmartIds.DATABASE + "/postgresql";

    private static final long MIB = 1024L * 1024;

    private CitsmartLogs() {}

    static void furnish(World world, Usage usage) {
        for (Container container : Container.values()) {
            List<LogStream> streams = Host.ALL.stream()
                    .filter(h -> h.role().containers().contains(container))
                    .map(h -> new LogStream(h.id(), begun(world, h), voice(world, usage, h, container)))
                    .toList();
            LogGroups.add(world, group(container), 30, container.limitMib() / 40 * MIB, streams);
        }
        LogGroups.add(
                world,
                MESSAGES,
                30,
                26 * MIB,
                Host.ALL.stream()
                        .map(h -> new LogStream(
                                h.id(), begun(world, h), new HostVoices(world.dice(), usage, h).messages()))
                        .toList());
        var edges = new EdgeVoices(world.dice(), usage);
        Instant made = world.start().truncatedTo(ChronoUnit.SECONDS).minus(CitsmartDatabase.AGE);
        LogGroups.add(world, ACCESS, 14, 210 * MIB, List.of(new LogStream("citsmart-elb", made, edges.access())));
        LogGroups.add(
                world,
                POSTGRES,
                30,
                12 * MIB,
                List.of(new LogStream(CitsmartIds.DATABASE + ".0", made, edges.postgres())));
    }

    /** Streams for a host that has just been launched. */
    static void join(World world, Usage usage, Host host) {
        for (Container container : host.role().containers()) {
            LogGroups.join(world, group(container), host.id(), voice(world, usage, host, container));
        }
        LogGroups.join(world, MESSAGES, host.id(), new HostVoices(world.dice(), usage, host).messages());
    }

    /** {@code /citsmart/citSMART}. */
    static String group(Container container) {
        return "/citsmart/" + container.word();
    }

    private static Instant begun(World world, Host host) {
        return world.start().truncatedTo(ChronoUnit.SECONDS).minus(host.age());
    }

    private static Voice voice(World world, Usage usage, Host host, Container container) {
        var services = new ServiceVoices(world.dice(), usage, host);
        var others = new HostVoices(world.dice(), usage, host);
        return switch (container) {
            case CITSMART -> new ServerVoice(world.dice(), usage, host).voice();
            case CITGUACD -> others.guacd();
            case CITTIKA -> others.tika();
            case CITSOLR -> services.solr();
            case MONGODB -> services.mongodb();
            case CITACTIVEMQ -> services.activeMq();
        };
    }
}
