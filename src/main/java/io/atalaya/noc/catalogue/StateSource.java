package io.atalaya.noc.catalogue;

/** What AWS itself says of the state of a resource: {@code available}, {@code active}, {@code running}. */
public record StateSource(PlaceKind at) implements ItemSource {}
