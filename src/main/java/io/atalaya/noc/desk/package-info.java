/**
 * The alarm desk: what is wrong now becomes one queue that persons work through, and that forgets nothing while nobody looks.
 * Pure: a state, what the sources say, what a person did, and a moment give the next state.
 */
@NullMarked
package io.atalaya.noc.desk;

import org.jspecify.annotations.NullMarked;
