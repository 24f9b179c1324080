package io.atalaya.sandbox.world;

/** How a deployment makes an instance for one of its scaling groups. */
@FunctionalInterface
public interface Launcher {
    /**
     * Puts a new instance with its volume and interface into the world, {@code pending}.
     *
     * @param zone where the group wants it
     * @return its id
     */
    String launch(String zone);
}
