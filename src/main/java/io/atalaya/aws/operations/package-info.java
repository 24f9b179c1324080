/** Sends what a person confirmed: the one place where a request that changes AWS is made. */
@NullMarked
package io.atalaya.aws.operations;

import org.jspecify.annotations.NullMarked;
