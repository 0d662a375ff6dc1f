package openset.http.socket;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/**
 * Lets only bodies through that are sent as they are and whose length is told first. A coded body
 * could unfold to any size; a chunked one has so many forms that two servers in a row may disagree
 * where it ends (RFC 9112 6.3 and 11.2).
 */
public final class PlainBodies implements Http1ConnectionListener {
  @Override
  public void headers(ConnectionContext context, Headers headers) {
    if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
      throw refused(Status.create(411));
    }
    if (headers.contains(HeaderNames.CONTENT_ENCODING)) {
      throw refused(Status.UNSUPPORTED_MEDIA_TYPE_415);
    }
  }

  private static RequestException refused(Status status) {
    return RequestException.builder()
        .type(DirectHandler.EventType.OTHER)
        .status(status)
        .setKeepAlive(false)
        .message("body not plain")
        .build();
  }
}
