/** Log events by number, of which one knows exactly what CloudWatch Logs holds: the ground truth of tests and measurements. */
@NullMarked
package io.atalaya.sandbox.world.feed;

import org.jspecify.annotations.NullMarked;
