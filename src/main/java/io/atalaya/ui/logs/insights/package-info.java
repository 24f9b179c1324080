/** Logs Insights on screen: a query, what it will cost, how far it is, what it found. */
@NullMarked
package io.atalaya.ui.logs.insights;

import org.jspecify.annotations.NullMarked;
