package io.atalaya.sandbox.world.fleet;

import java.util.List;

/**
 * What a service does, and so how it runs.
 *
 * @param team who owns it; services of a team share networks
 * @param port its targets listen on
 */
record Role(String team, String name, Kind kind, String instanceType, int port) {
    /** How its instances are kept. */
    enum Kind {
        /** A scaling group behind a balancer. */
        WEB,
        /** A scaling group that takes its work from a queue. */
        WORKER,
        /** Instances with names of their own, each with a data volume, that nobody replaces. */
        NAMED
    }

    /** The services of the company in one country, those it cannot do without first. */
    static final List<Role> ALL = List.of(
            new Role("tienda", "web", Kind.WEB, "m6i.xlarge", 8080),
            new Role("pagos", "api", Kind.WEB, "c6i.xlarge", 8443),
            new Role("tienda", "catalogo", Kind.WEB, "m6i.large", 8080),
            new Role("logistica", "rutas", Kind.WORKER, "c6i.2xlarge", 0),
            new Role("tienda", "buscador", Kind.NAMED, "r6i.2xlarge", 9200),
            new Role("clientes", "perfil", Kind.WEB, "m6i.large", 8080),
            new Role("datos", "ingesta", Kind.WORKER, "m6i.2xlarge", 0),
            new Role("plataforma", "login", Kind.WEB, "c6i.large", 8443),
            new Role("tienda", "carrito", Kind.WEB, "m6i.large", 8080),
            new Role("pagos", "fraude", Kind.WORKER, "c6i.4xlarge", 0),
            new Role("logistica", "inventario", Kind.WEB, "m6i.large", 8080),
            new Role("plataforma", "colas", Kind.NAMED, "r6i.xlarge", 5672),
            new Role("clientes", "notificaciones", Kind.WORKER, "t3.large", 0),
            new Role("datos", "eventos", Kind.NAMED, "i4i.xlarge", 9092),
            new Role("pagos", "conciliacion", Kind.WORKER, "m6i.xlarge", 0),
            new Role("tienda", "imagenes", Kind.WEB, "c6i.xlarge", 8080),
            new Role("logistica", "rastreo", Kind.WEB, "m6i.large", 8080),
            new Role("datos", "reportes", Kind.WORKER, "r6i.xlarge", 0),
            new Role("clientes", "fidelidad", Kind.WEB, "m6i.large", 8080),
            new Role("plataforma", "correo", Kind.WORKER, "t3.medium", 0),
            new Role("tienda", "ofertas", Kind.WEB, "m6i.large", 8080),
            new Role("pagos", "recibos", Kind.WORKER, "t3.large", 0),
            new Role("logistica", "bodega", Kind.NAMED, "m6i.xlarge", 8080),
            new Role("clientes", "soporte", Kind.WEB, "t3.large", 8080));
}
