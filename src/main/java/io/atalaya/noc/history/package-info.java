/**
 * What was measured, kept on this disk, so that the first frame after a start has yesterday's line and says how old it is.
 * One file for all deployments of this user and all consoles; nothing in it but numbers, and what they are of.
 */
@NullMarked
package io.atalaya.noc.history;

import org.jspecify.annotations.NullMarked;
