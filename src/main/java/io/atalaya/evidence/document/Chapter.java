package io.atalaya.evidence.document;

import java.util.List;

/**
 * A chapter.
 *
 * @param key of its title and of what its service is
 */
public record Chapter(String key, List<Block> blocks) {
    public Chapter {
        blocks = List.copyOf(blocks);
    }
}
