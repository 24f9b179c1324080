/** AWS's protocols over the SDK's own field metadata: no operation has XML or JSON of its own. */
@NullMarked
package io.atalaya.sandbox.server.codec;

import org.jspecify.annotations.NullMarked;
