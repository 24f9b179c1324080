package io.atalaya.sandbox.world.fleet;

import java.util.List;

/**
 * A VPC with a public, a private and a data subnet in each of three zones.
 *
 * @param number also the second byte of its addresses
 */
record Site(
        int number, String name, String vpcId, List<String> publicIds, List<String> privateIds, List<String> dataIds) {
    static final List<String> ZONES = List.of("us-east-1a", "us-east-1b", "us-east-1c");

    /** The first word of its name. */
    String environment() {
        int dash = name.indexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }

    String cidr() {
        return "10." + number + ".0.0/16";
    }

    /** An address in the private subnet of a zone. */
    String address(int zone, int host) {
        int offset = host + 4;
        return "10." + number + '.' + (32 * (zone + 1) + offset / 256) + '.' + offset % 256;
    }
}
