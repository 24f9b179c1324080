@NullMarked
package io.atalaya.practice;

import org.jspecify.annotations.NullMarked;
