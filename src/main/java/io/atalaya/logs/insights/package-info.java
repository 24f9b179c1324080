/** Logs Insights: questions to logs where they are, for ranges that are too large to be read here; what they cost and what came. */
@NullMarked
package io.atalaya.logs.insights;

import org.jspecify.annotations.NullMarked;
