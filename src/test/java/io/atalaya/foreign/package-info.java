/** AWS as somebody else wrote it: moto's server, what is in its account, and what arrives there. */
@NullMarked
package io.atalaya.foreign;

import org.jspecify.annotations.NullMarked;
