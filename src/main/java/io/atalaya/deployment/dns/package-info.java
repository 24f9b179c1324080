/** Names: where they lead, who answers for them, which side of a pair answers, and what is seen from here. Pure rules. */
@NullMarked
package io.atalaya.deployment.dns;

import org.jspecify.annotations.NullMarked;
