package openset.cli.serve;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Mount;

/** A participant's HTTP server. */
record Edge(HttpServer server, URI origin) {
  /** Listens with these mounts until the premises are closed. */
  static Edge open(Premises premises, openset.cli.config.Listen at, List<? extends Mount> mounts)
      throws CannotStart {
    Listen listen = new Listen(at.host(), at.port(), Optional.empty());
    try {
      return new Edge(
          premises.care(
              HttpServer.start(listen, HttpLimits.OPEN, mounts, premises.ground().clock())),
          at.origin());
    } catch (RuntimeException e) {
      throw new CannotStart(
          premises.name(), "cannot listen at " + at.host() + ":" + at.port() + ".");
    }
  }

  /** Where it is found. */
  URI uri() {
    return server.uri();
  }
}
