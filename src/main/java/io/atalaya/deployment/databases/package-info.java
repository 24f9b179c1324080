/** Pure rules over databases: what they store and when that ends, how many may connect, what can be restored, what is odd. */
@NullMarked
package io.atalaya.deployment.databases;

import org.jspecify.annotations.NullMarked;
