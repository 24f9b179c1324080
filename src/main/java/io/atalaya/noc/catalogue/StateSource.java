package io.atalaya.noc.catalogue;

/**
 * What AWS itself says of the state of a resource: {@code available}, {@code active}, {@code running}; at a site, what Route 53's
 * health checks of it say.
 *
 * @param checkType of a health check: {@code HTTPS*}; {@code *} where it is none
 */
public record StateSource(PlaceKind at, Glob checkType) implements ItemSource {}
