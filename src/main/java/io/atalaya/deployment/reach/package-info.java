/**
 * Who can reach what: computed from the rules of one {@link io.atalaya.deployment.Deployment}, without a packet. What was denied
 * or never read makes an answer "cannot tell, because", never a guess.
 */
@NullMarked
package io.atalaya.deployment.reach;

import org.jspecify.annotations.NullMarked;
