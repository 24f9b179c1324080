/** CloudWatch Logs Live Tail: an event stream over a chunked HTTP answer. */
@NullMarked
package io.atalaya.sandbox.server.tail;

import org.jspecify.annotations.NullMarked;
