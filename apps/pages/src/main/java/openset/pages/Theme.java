package openset.pages;

import java.util.List;
import java.util.Optional;

/** How bright pages are. */
public enum Theme {
  /** As the visitor's system is. */
  system,
  /** Dark on light. */
  light,
  /** Light on dark. */
  dark;

  /** The theme of this name, such as the value of the cookie {@code theme}. */
  public static Optional<Theme> named(String name) {
    return List.of(values()).stream().filter(t -> t.name().equals(name)).findFirst();
  }
}
