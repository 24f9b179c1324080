/**
 * What stands behind the names of a sandbox: a site on 127.0.0.1 that answers as the simulated balancer would, with
 * certificates of an authority that lives as long as the sandbox.
 */
@NullMarked
package io.atalaya.sandbox.site;

import org.jspecify.annotations.NullMarked;
