/** Tests of the CheckOP deployment: the facts of its document. */
@NullMarked
package io.atalaya.sandbox.world.checkop;

import org.jspecify.annotations.NullMarked;
