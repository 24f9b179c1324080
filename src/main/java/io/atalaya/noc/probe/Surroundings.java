package io.atalaya.noc.probe;

/**
 * Where probes go, and whom they believe.
 *
 * @param way how one gets to a host
 * @param trust which certificates hold
 */
public record Surroundings(Way way, Trust trust) {}
