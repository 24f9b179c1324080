package io.atalaya.deployment.topology;

/** What a card of the topology stands for. */
public enum NodeKind {
    ZONE(Layer.DNS),
    BALANCER(Layer.BALANCERS),
    LISTENER(Layer.LISTENERS),
    TARGET_GROUP(Layer.TARGET_GROUPS),
    INSTANCE(Layer.TARGETS),
    /** A target that is no instance of this deployment: an address or a function. */
    OUTSIDER(Layer.TARGETS),
    SCALING_GROUP(Layer.TARGETS),
    DATABASE(Layer.DATA),
    /** The place where a second instance of a database is, or would be. */
    STANDBY(Layer.DATA),
    MOUNT(Layer.DATA),
    FILE_SYSTEM(Layer.DATA);

    private final Layer layer;

    NodeKind(Layer layer) {
        this.layer = layer;
    }

    public Layer layer() {
        return layer;
    }
}
