package io.atalaya.sandbox.world.citsmart;

import java.time.Duration;
import java.util.List;

/**
 * A Docker host. Application hosts belong to the scaling group and hold nothing; service hosts keep the index, the documents
 * and the queues, one of each in every zone, and are nobody's to scale.
 *
 * @param modern whether citSMART is WildFly 12 on Java 8; else it is JBoss 7.1 on Java 7
 * @param age how long before the world's start it was launched
 */
record Host(String id, Role role, String zone, String privateIp, boolean modern, Duration age) {
    enum Role {
        APP("citsmart-app", "m5.xlarge", List.of(Container.CITSMART, Container.CITGUACD, Container.CITTIKA)),
        SERVICES("citsmart-srv", "r5.large", List.of(Container.CITSOLR, Container.MONGODB, Container.CITACTIVEMQ));

        private final String prefix;
        private final String type;
        private final List<Container> containers;

        Role(String prefix, String type, List<Container> containers) {
            this.prefix = prefix;
            this.type = type;
            this.containers = containers;
        }

        String type() {
            return type;
        }

        List<Container> containers() {
            return containers;
        }
    }

    static final Host APP_1A = app(CitsmartIds.APP_1A, 0, 21, true);
    static final Host APP_1B = app(CitsmartIds.APP_1B, 1, 34, true);
    /** Launched before the move to WildFly: the HSM of its customers still asks for Java 7. */
    static final Host APP_1C = app(CitsmartIds.APP_1C, 2, 47, false);

    static final Host SERVICES_1A = services(CitsmartIds.SERVICES_1A, 0, 71);
    static final Host SERVICES_1B = services(CitsmartIds.SERVICES_1B, 1, 72);
    static final Host SERVICES_1C = services(CitsmartIds.SERVICES_1C, 2, 73);

    static final List<Host> APPS = List.of(APP_1A, APP_1B, APP_1C);
    static final List<Host> SERVICES = List.of(SERVICES_1A, SERVICES_1B, SERVICES_1C);
    static final List<Host> ALL = List.of(APP_1A, APP_1B, APP_1C, SERVICES_1A, SERVICES_1B, SERVICES_1C);

    private static Host app(String id, int zone, int last, boolean modern) {
        return new Host(
                id,
                Role.APP,
                CitsmartIds.ZONES.get(zone),
                "10.64." + (10 + zone) + '.' + last,
                modern,
                modern ? Duration.ofDays(26).plusMinutes(17L * last) : Duration.ofDays(118));
    }

    private static Host services(String id, int zone, int last) {
        return new Host(
                id,
                Role.SERVICES,
                CitsmartIds.ZONES.get(zone),
                "10.64." + (10 + zone) + '.' + last,
                true,
                Duration.ofDays(139 + zone));
    }

    /** {@code citsmart-app-1a}: hosts are named after their zone, so that a person knows which one an alarm is about. */
    String name() {
        return role.prefix + '-' + shortZone();
    }

    /** {@code 1a}. */
    String shortZone() {
        return zone.substring(zone.length() - 2);
    }

    String subnet() {
        return CitsmartIds.APP.get(CitsmartIds.ZONES.indexOf(zone));
    }

    String image() {
        return modern ? CitsmartIds.IMAGE_WILDFLY : CitsmartIds.IMAGE_JBOSS;
    }

    String volume() {
        return "vol-" + id.substring(2);
    }

    String networkInterface() {
        return "eni-" + id.substring(2);
    }
}
