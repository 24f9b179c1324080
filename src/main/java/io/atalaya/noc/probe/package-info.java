/**
 * What this console asks hosts itself: whether a port answers, what a site says, which certificate it shows. Nothing leaves for
 * a host that the catalogue or the deployment does not name.
 */
@NullMarked
package io.atalaya.noc.probe;

import org.jspecify.annotations.NullMarked;
