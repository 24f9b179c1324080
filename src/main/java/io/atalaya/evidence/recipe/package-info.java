/** Recipes: what a capsule for one control holds, and which claims it judges. */
@NullMarked
package io.atalaya.evidence.recipe;

import org.jspecify.annotations.NullMarked;
