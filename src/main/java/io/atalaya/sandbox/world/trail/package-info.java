/** How calls are put down in CloudTrail's words. */
@NullMarked
package io.atalaya.sandbox.world.trail;

import org.jspecify.annotations.NullMarked;
