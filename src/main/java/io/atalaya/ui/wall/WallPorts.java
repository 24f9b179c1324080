package io.atalaya.ui.wall;

import io.atalaya.noc.items.Board;
import io.atalaya.ui.noc.AlarmDesk;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What the wall is given.
 *
 * @param board null before the first
 * @param health answered from memory, once a tick
 */
public record WallPorts(ObservableValue<@Nullable Board> board, AlarmDesk desk, Supplier<WallHealth> health) {}
