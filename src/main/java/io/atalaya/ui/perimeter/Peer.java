package io.atalaya.ui.perimeter;

/**
 * The other side of a rule in words.
 *
 * @param who as the subject of a sentence: {@code Instances of chop-app}
 * @param whom inside a sentence: {@code instances of chop-app}
 * @param many whether {@code who} is more than one
 * @param name short, for a column: {@code chop-app}
 * @param address the block, or the id of the group or list
 */
record Peer(String who, String whom, boolean many, String name, String address) {}
