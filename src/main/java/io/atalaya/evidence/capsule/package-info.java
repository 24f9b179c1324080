/** What a capsule is: a zip of which every byte follows from its manifest, the key that signs it, and the chain it belongs to. */
@NullMarked
package io.atalaya.evidence.capsule;

import org.jspecify.annotations.NullMarked;
