package openset.cli.serve;

import java.net.URI;

/** A participant that runs until it is closed. */
public interface Running extends AutoCloseable {
  /** What it has of its own. */
  Premises premises();

  /** Its HTTP server. */
  Edge edge();

  /** Its name in the world. */
  default String name() {
    return premises().name();
  }

  /** What it is, for people. */
  default String title() {
    return premises().title();
  }

  /** Where it is found by HTTP on this machine. */
  default URI http() {
    return edge().uri();
  }

  /** Where browsers and wallets find it. */
  default URI origin() {
    return edge().origin();
  }

  @Override
  default void close() {
    premises().close();
  }
}
