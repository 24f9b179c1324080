package io.atalaya.ui.perimeter;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.reach.End;
import io.atalaya.ui.common.AwsText;
import org.jspecify.annotations.Nullable;

/**
 * One end of a question as a person names it.
 *
 * @param text by which it is found again: {@code AUTOChOp us-east-1d}
 * @param detail what tells it from others: an address, a block
 * @param kind in words: {@code instance}
 * @param resource null for what is none: the internet, a block, an address
 * @param words everything a person may type to find it
 */
record EndChoice(
        String text,
        String detail,
        String kind,
        End end,
        @Nullable ResourceRef resource,
        String words) {
    EndChoice {
        text = AwsText.line(text);
    }
}
