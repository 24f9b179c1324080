/** Which service and operation a request is for. */
@NullMarked
package io.atalaya.sandbox.server.route;

import org.jspecify.annotations.NullMarked;
