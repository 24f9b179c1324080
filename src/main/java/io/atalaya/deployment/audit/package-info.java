/** What is wrong with a perimeter, or worth a reason: findings over one snapshot. Pure; who accepted what is kept elsewhere. */
@NullMarked
package io.atalaya.deployment.audit;

import org.jspecify.annotations.NullMarked;
