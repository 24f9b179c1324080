/** A chart of metrics over time: several series with units, zoom, comparison, thresholds, what happened meanwhile. */
@NullMarked
package io.atalaya.ui.noc.chart;

import org.jspecify.annotations.NullMarked;
