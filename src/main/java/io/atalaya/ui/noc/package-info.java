/** Metrics and alarms: every item of the catalogue as a tile, charts of them, and the alarm desk. */
@NullMarked
package io.atalaya.ui.noc;

import org.jspecify.annotations.NullMarked;
