package io.atalaya.noc.catalogue;

import java.util.regex.Pattern;

/**
 * A value that stands in a log.
 *
 * @param logGroup with {@code *} for any run of characters
 * @param filter CloudWatch's filter pattern that finds the lines
 * @param pattern its first group is the value
 */
public record LogSource(PlaceKind at, String logGroup, String filter, Pattern pattern) implements ItemSource {}
