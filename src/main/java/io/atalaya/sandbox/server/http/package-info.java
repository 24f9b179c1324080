/** HTTP messages of the local AWS, apart from the HTTP server that carries them. */
@NullMarked
package io.atalaya.sandbox.server.http;

import org.jspecify.annotations.NullMarked;
