/** The check of capsules, without a network and without trust in whoever made them. */
@NullMarked
package io.atalaya.evidence.verify;

import org.jspecify.annotations.NullMarked;
