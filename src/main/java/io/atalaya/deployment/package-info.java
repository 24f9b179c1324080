/**
 * The model: immutable records of what AWS said, and pure rules over them. Knows no AWS SDK, no JavaFX, no clock of its own.
 */
@NullMarked
package io.atalaya.deployment;

import org.jspecify.annotations.NullMarked;
