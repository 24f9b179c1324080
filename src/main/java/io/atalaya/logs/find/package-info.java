/** What a reader of logs looks for: filters, and how they are told to match, within bounded time. */
@NullMarked
package io.atalaya.logs.find;

import org.jspecify.annotations.NullMarked;
