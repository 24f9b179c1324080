/**
 * What this console did to AWS, in a file that shows when somebody changed it: JSON Lines, each with the hash of the one
 * before; the intent is on disk before the request leaves, the outcome after.
 */
@NullMarked
package io.atalaya.operate.journal;

import org.jspecify.annotations.NullMarked;
