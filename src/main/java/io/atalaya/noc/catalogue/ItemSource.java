package io.atalaya.noc.catalogue;

/** One way to learn an item's value. An item has several, in order of preference: the first that a place has is used. */
public sealed interface ItemSource permits MetricSource, ProbeSource, LogSource, StateSource, ContainersSource {
    /** At what it gives a value. */
    PlaceKind at();
}
