/** Keeps the model current: sources, their cadence, the refresh loop, the budget of API calls. Knows no AWS SDK. */
@NullMarked
package io.atalaya.watch;

import org.jspecify.annotations.NullMarked;
