/** Every item of the catalogue at every place of a deployment, with value, age and level: pure functions of a snapshot. */
@NullMarked
package io.atalaya.noc.items;

import org.jspecify.annotations.NullMarked;
