/** File systems: how large, how fast they grow, what they have left to give, who reaches them. Pure rules. */
@NullMarked
package io.atalaya.deployment.files;

import org.jspecify.annotations.NullMarked;
