/** What is known of the completeness of a log that was read: minute by minute, and where something is missing, why. */
@NullMarked
package io.atalaya.logs.ledger;

import org.jspecify.annotations.NullMarked;
