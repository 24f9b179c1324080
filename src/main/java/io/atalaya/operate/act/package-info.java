/** What the console can do to AWS: one record per act, each with the request it sends and when it is over. */
@NullMarked
package io.atalaya.operate.act;

import org.jspecify.annotations.NullMarked;
