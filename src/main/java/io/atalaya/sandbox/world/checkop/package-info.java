/** The deployment of the CheckOP document: two AUTOChOp and a base instance behind Progresus-ELB. */
@NullMarked
package io.atalaya.sandbox.world.checkop;

import org.jspecify.annotations.NullMarked;
