package io.atalaya.sandbox.world.fleet;

/**
 * One service of one environment in one country.
 *
 * @param number counts all services of the company
 * @param network where it runs
 * @param size how many instances it has
 */
record Service(int number, String environment, String country, Role role, Site network, int size) {
    /** As everything of it is named, e.g. {@code prod-tienda-web-co}. */
    String name() {
        return environment + '-' + role.team() + '-' + role.name() + '-' + country;
    }

    boolean isWeb() {
        return role.kind() == Role.Kind.WEB;
    }

    boolean isScaled() {
        return role.kind() != Role.Kind.NAMED;
    }
}
