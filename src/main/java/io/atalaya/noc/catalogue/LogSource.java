package io.atalaya.noc.catalogue;

import java.util.regex.Pattern;

/**
 * A value that stands in a log.
 *
 * @param filter CloudWatch's filter pattern that finds the lines
 * @param pattern its first group is the value
 */
public record LogSource(PlaceKind at, Glob logGroup, String filter, Pattern pattern) implements ItemSource {}
