/** Addresses of both families, ports and protocols as exact sets: what rules of networks are made of. */
@NullMarked
package io.atalaya.deployment.address;

import org.jspecify.annotations.NullMarked;
