/** What a log line says of itself: its level, whether it continues another, its fields. */
@NullMarked
package io.atalaya.logs.understand;

import org.jspecify.annotations.NullMarked;
