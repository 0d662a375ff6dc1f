package openset.http.client;

import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientConfig;
import io.helidon.webclient.http1.Http1ClientRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import openset.http.MediaType;
import openset.http.client.HttpFailure.Kind;

/** One request, one bounded answer: no redirects, no cookies, no encodings, no proxy. */
final class Wire implements AutoCloseable {
  private static final int CHUNK = 8192;

  private final ClientLimits limits;
  private final InstantSource clock;
  private final Http1Client client;

  /** A request as it is sent. */
  record Sending(String method, URI uri, Map<String, String> fields, byte[] body) {}

  /** An answer as it came. */
  record Received(int status, Optional<MediaType> type, byte[] body) {}

  Wire(ClientLimits limits, Optional<Tls> tls, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    Http1ClientConfig.Builder config =
        Http1Client.builder()
            .connectTimeout(limits.connectTime())
            .readTimeout(limits.answerTime())
            .followRedirects(false)
            .proxy(Proxy.noProxy())
            .shareConnectionCache(false)
            .connectionCacheSize(limits.connections())
            .servicesDiscoverServices(false)
            .sendExpectContinue(false);
    tls.ifPresent(config::tls);
    this.client = config.build();
  }

  Received send(Sending sending) throws HttpFailure {
    String about = about(sending);
    try (HttpClientResponse response = request(sending)) {
      byte[] body = body(response, about);
      Optional<MediaType> type =
          response.headers().first(HeaderNames.CONTENT_TYPE).flatMap(MediaType::ofField);
      return new Received(response.status().code(), type, body);
    } catch (RuntimeException e) {
      throw new HttpFailure(kind(e), about);
    }
  }

  private HttpClientResponse request(Sending sending) {
    Http1ClientRequest request = client.method(Method.create(sending.method()));
    request.uri(sending.uri()).skipUriEncoding(true);
    sending.fields().forEach((name, value) -> request.header(HeaderNames.create(name), value));
    return sending.body().length == 0 ? request.request() : request.submit(sending.body());
  }

  private byte[] body(HttpClientResponse response, String about) throws HttpFailure {
    if (!response.entity().hasEntity()) {
      return new byte[0];
    }
    long end = clock.millis() + limits.answerTime().toMillis();
    byte[] body = new byte[0];
    int length = 0;
    try (InputStream in = response.inputStream()) {
      while (true) {
        byte[] part = in.readNBytes(CHUNK);
        if (length + part.length > limits.bodyBytes()) {
          throw new HttpFailure(Kind.TOO_LARGE, about);
        }
        if (clock.millis() > end) {
          throw new HttpFailure(Kind.TIMEOUT, about);
        }
        body = Arrays.copyOf(body, length + part.length);
        System.arraycopy(part, 0, body, length, part.length);
        length += part.length;
        if (part.length < CHUNK) {
          return body;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Kind kind(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case SocketTimeoutException timeout
            when "Connect timed out".equalsIgnoreCase(timeout.getMessage()) -> {
          return Kind.UNREACHABLE;
        }
        case SocketTimeoutException _ -> {
          return Kind.TIMEOUT;
        }
        case ConnectException _, NoRouteToHostException _, UnknownHostException _ -> {
          return Kind.UNREACHABLE;
        }
        default -> {
          // Look further down.
        }
      }
    }
    return Kind.BROKEN;
  }

  /** Method and place without query, for a message that may be logged. */
  private static String about(Sending sending) {
    URI uri = sending.uri();
    return sending.method() + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }

  @Override
  public void close() {
    client.closeResource();
  }
}
