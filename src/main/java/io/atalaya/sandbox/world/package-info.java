/**
 * A simulated account that goes on: resources as the SDK's own immutable objects in tables, a timeline that changes them, and
 * the rules of each service (an instance is pending before it runs, a target is initial before it is healthy).
 */
@NullMarked
package io.atalaya.sandbox.world;

import org.jspecify.annotations.NullMarked;
