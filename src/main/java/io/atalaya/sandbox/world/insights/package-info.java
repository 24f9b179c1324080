/** CloudWatch Logs Insights: its query language as far as a console uses it, and queries that take their time. */
@NullMarked
package io.atalaya.sandbox.world.insights;

import org.jspecify.annotations.NullMarked;
