/** Reads CloudTrail's event history. */
@NullMarked
package io.atalaya.aws.trail;

import org.jspecify.annotations.NullMarked;
