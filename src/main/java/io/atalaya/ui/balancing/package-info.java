/** The view "Load balancing": balancers, what they send where, targets and why they fail. */
@NullMarked
package io.atalaya.ui.balancing;

import org.jspecify.annotations.NullMarked;
