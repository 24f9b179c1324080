package io.atalaya.sandbox.world.feed;

import java.time.Instant;

/** What the messages of a numbered feed look like. Each holds {@code #GROUP/NUMBER}, followed by no digit. */
public enum Shape {
    /** {@code INFO  [worker-3] #0/41 pedido 1234 listo en 17 ms}, one in 20 a warning, one in 50 an error. */
    PLAIN {
        @Override
        String message(String mark, long n, long millis) {
            return level(n) + " [worker-" + n % 16 + "] " + mark + " pedido " + (10_000 + n * 7 % 80_000) + " listo en "
                    + (3 + n % 97) + " ms";
        }
    },

    /** One JSON object. */
    JSON {
        @Override
        String message(String mark, long n, long millis) {
            return "{\"ts\":\"" + Instant.ofEpochMilli(millis) + "\",\"level\":\"" + level(n).strip() + "\",\"n\":\""
                    + mark
                    + "\",\"orden\":" + (10_000 + n * 7 % 80_000) + ",\"ms\":" + (3 + n % 97)
                    + ",\"técnico\":\"Íñigo Ñáñez\"}";
        }
    },

    /** An error with its stack trace and cause in one event. */
    TRACE {
        @Override
        String message(String mark, long n, long millis) {
            return "ERROR [worker-" + n % 16 + "] " + mark + " no se pudo guardar\n" + FRAMES
                    + "\nCaused by: java.net.SocketTimeoutException: Read timed out" + "\n\t... 7 more";
        }
    },

    /** As an agent that knows no events sends it: of twelve events one is the error, eleven are its frames; same stream. */
    TRACE_LINES {
        @Override
        String message(String mark, long n, long millis) {
            return n % RUN == 0
                    ? "ERROR [worker-" + n / RUN % 16 + "] " + mark + " java.lang.IllegalStateException: sin conexión"
                    : "\tat co.checkop.ordenes.Capa" + n % RUN + ".hacer(Capa" + n % RUN + ".java:" + mark + ")";
        }

        @Override
        int run() {
            return RUN;
        }
    },

    /** All of them. */
    MIXED {
        @Override
        String message(String mark, long n, long millis) {
            return (n % 10 < 7 ? PLAIN : n % 10 < 9 ? JSON : TRACE).message(mark, n, millis);
        }
    };

    private static final int RUN = 12;
    private static final String FRAMES = """
            java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available
            \tat com.zaxxer.hikari.pool.HikariPool.createTimeoutException(HikariPool.java:696)
            \tat com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:197)
            \tat co.checkop.ordenes.OrdenDao.guardar(OrdenDao.java:88)
            \tat java.base/java.lang.Thread.run(Thread.java:1583)""";

    abstract String message(String mark, long n, long millis);

    /** So many numbers in a row go to one stream. */
    int run() {
        return 1;
    }

    private static String level(long n) {
        return n % 50 == 49 ? "ERROR" : n % 20 == 19 ? "WARN " : "INFO ";
    }
}
