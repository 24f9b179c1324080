/** Log groups whose events are functions of time. */
@NullMarked
package io.atalaya.sandbox.world.logs;

import org.jspecify.annotations.NullMarked;
