package io.atalaya.deployment.topology;

/**
 * A frame around cards.
 *
 * @param key id of the VPC, zone, subnet or scaling group
 * @param name drawn strong, text of AWS; empty for what is in no VPC
 * @param detail drawn quiet behind it
 */
public record FrameBox(Kind kind, String key, String name, String detail, Box box) {
    /** What a frame stands for. */
    public enum Kind {
        VPC,
        /** What is in no VPC, so that it is not lost. */
        OUTSIDE,
        ZONE,
        SUBNET,
        GROUP
    }
}
