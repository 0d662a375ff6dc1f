package openset.cli.world;

import java.net.URI;
import java.util.Optional;
import openset.cli.config.Host;
import openset.cli.config.Listen;
import openset.cli.config.Neighbour;

/**
 * Where everybody of the world listens: one block of ports from {@code base} on this machine.
 *
 * @param base 1024 to 65435
 */
record Ports(int base) {
  private static final String HERE = "127.0.0.1";

  Ports {
    if (base < 1024 || base > 65_435) {
      throw new IllegalArgumentException("a base port is between 1024 and 65435");
    }
  }

  /** PostgreSQL's, where it is embedded. */
  int database() {
    return base + 99;
  }

  Listen http(int offset) {
    return new Listen(HERE, base + offset, Optional.empty());
  }

  /** The same, known to browsers by a name under localhost, which is this machine (RFC 6761). */
  Listen named(String name, int offset) {
    return new Listen(HERE, base + offset, Optional.of(origin(name, offset)));
  }

  URI origin(String name, int offset) {
    return URI.create("http://" + name + ".localhost:" + (base + offset));
  }

  URI uri(int offset, String path) {
    return http(offset).http().resolve(path);
  }

  Host iso(int offset) {
    return Host.at(HERE, base + offset);
  }

  Neighbour neighbour(String institution, int offset) {
    return new Neighbour(institution, iso(offset));
  }
}
