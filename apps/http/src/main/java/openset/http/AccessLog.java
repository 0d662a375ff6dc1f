package openset.http;

import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: address, method, path, status, octets sent, milliseconds. Never a
 * body, a header field or the content of a query, and never a character that could end the line.
 */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("openset.http.access");
  private static final int PATH_MAX = 200;

  private final InstantSource clock;

  AccessLog(InstantSource clock) {
    this.clock = clock;
  }

  Line begin(ServerRequest request) {
    return new Line(request, clock.millis());
  }

  /** The line of one request, written when its answer is sent. */
  final class Line {
    private final ServerRequest request;
    private final long begun;

    private Line(ServerRequest request, long begun) {
      this.request = request;
      this.begun = begun;
    }

    void end(Answer answer) {
      if (LOG.isInfoEnabled()) {
        LOG.info(
            "{} {} {} {} {} bytes {} ms",
            ((InetSocketAddress) request.remotePeer().address()).getAddress().getHostAddress(),
            plain(request.prologue().method().text()),
            path(),
            answer.status(),
            answer.body().length,
            clock.millis() - begun);
      }
    }

    private String path() {
      String path = plain(request.prologue().uriPath().rawPath());
      return request.prologue().query().rawValue().isEmpty() ? path : path + "?...";
    }
  }

  /** Text in which whatever is not plain ASCII is a question mark, cut to a bearable length. */
  static String plain(String text) {
    String cut = text.length() > PATH_MAX ? text.substring(0, PATH_MAX) + "..." : text;
    return cut.replaceAll("[^!-~]", "?");
  }
}
