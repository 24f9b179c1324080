/** One reader for each part of a deployment: asks AWS, makes records of the answers. Nothing else knows how AWS says it. */
@NullMarked
package io.atalaya.aws.readers;

import org.jspecify.annotations.NullMarked;
