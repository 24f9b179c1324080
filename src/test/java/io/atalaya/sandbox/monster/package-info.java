@NullMarked
package io.atalaya.sandbox.monster;

import org.jspecify.annotations.NullMarked;
