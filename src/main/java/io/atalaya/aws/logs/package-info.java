/** CloudWatch Logs for the room {@code logs}: reads, Live Tail, streams, filter patterns. */
@NullMarked
package io.atalaya.aws.logs;

import org.jspecify.annotations.NullMarked;
