/** Why a target is not healthy: what can be seen of it, and which causes that proves, fits or excludes. Pure rules. */
@NullMarked
package io.atalaya.deployment.diagnosis;

import org.jspecify.annotations.NullMarked;
