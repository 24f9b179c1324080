package io.atalaya.deployment.facts;

import io.atalaya.deployment.Part;

/**
 * One line of what is known of a resource.
 *
 * @param label message key, {@code fact.subnet}
 * @param copyable whether somebody would want it on the clipboard: ids, names of hosts, addresses
 * @param mono whether it is drawn in the face of ids, addresses and numbers
 * @param source the part it comes from, whose age it has
 */
public record Fact(String label, FactValue value, boolean copyable, boolean mono, Part<?> source) {}
