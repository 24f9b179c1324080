/** Balancers, what they send where and how it fares: rules over what AWS said, without a screen. */
@NullMarked
package io.atalaya.deployment.balancing;

import org.jspecify.annotations.NullMarked;
