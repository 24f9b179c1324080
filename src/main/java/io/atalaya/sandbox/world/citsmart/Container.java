package io.atalaya.sandbox.world.citsmart;

/** The Docker containers of the document, in its words. */
enum Container {
    CITSMART("citSMART", "citsmart/citsmart", 8080, 9_216, 34),
    CITGUACD("citGUACD", "citsmart/citguacd", 4822, 512, 3),
    CITTIKA("citTIKA", "citsmart/cittika", 9998, 2_048, 6),
    CITSOLR("citSOLR", "citsmart/citsolr", 8983, 6_144, 14),
    MONGODB("mongodb", "mongo", 27017, 4_096, 9),
    CITACTIVEMQ("citACTIVEMQ", "citsmart/citactivemq", 61616, 1_024, 4);

    private final String word;
    private final String image;
    private final int port;
    private final int limitMib;
    private final double busyCpu;

    Container(String word, String image, int port, int limitMib, double busyCpu) {
        this.word = word;
        this.image = image;
        this.port = port;
        this.limitMib = limitMib;
        this.busyCpu = busyCpu;
    }

    /** {@code citSMART}. */
    String word() {
        return word;
    }

    /** The repository of its image. */
    String image() {
        return image;
    }

    int port() {
        return port;
    }

    /** What Docker lets it have. */
    int limitMib() {
        return limitMib;
    }

    /** Its share of the host's CPUs at the busiest time, in percent. */
    double busyCpu() {
        return busyCpu;
    }
}
