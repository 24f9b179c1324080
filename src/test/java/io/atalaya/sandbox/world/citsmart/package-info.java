/** Tests of the CITSmart deployment: the facts of its document. */
@NullMarked
package io.atalaya.sandbox.world.citsmart;

import org.jspecify.annotations.NullMarked;
