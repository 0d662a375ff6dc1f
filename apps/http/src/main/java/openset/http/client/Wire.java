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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import openset.http.MediaType;
import openset.http.client.HttpFailure.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request, one bounded answer: no redirects, no cookies, no encodings, no proxy. */
final class Wire implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

  private final ClientLimits limits;
  private final long longest;
  private final Http1Client client;

  /** A request as it is sent. */
  record Sending(String method, URI uri, Map<String, String> fields, byte[] body) {}

  /** An answer as it came. */
  record Received(int status, Optional<MediaType> type, byte[] body) {}

  Wire(ClientLimits limits, Optional<Tls> tls) {
    this.limits = limits;
    this.longest = limits.connectTime().plus(limits.answerTime()).toMillis();
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

  /**
   * Sends, and waits no longer than a connection and an answer may take together: the client
   * underneath bounds each read, which a peer that drips would stretch without end.
   */
  Received send(Sending sending) throws HttpFailure {
    FutureTask<Received> task = new FutureTask<>(() -> exchange(sending));
    Thread.ofVirtual().name("openset-http-client").start(task);
    try {
      return task.get(longest, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpFailure(Kind.TIMEOUT, about(sending));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpFailure(Kind.BROKEN, about(sending));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HttpFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("a request failed for a reason of ours", e.getCause());
    } finally {
      // Closes the connection when the exchange is still going on.
      task.cancel(true);
    }
  }

  private Received exchange(Sending sending) throws HttpFailure {
    String about = about(sending);
    try (HttpClientResponse response = request(sending)) {
      byte[] body = body(response, about);
      Optional<MediaType> type =
          response.headers().first(HeaderNames.CONTENT_TYPE).flatMap(MediaType::ofField);
      return new Received(response.status().code(), type, body);
    } catch (RuntimeException e) {
      LOG.debug("{} failed", about, e);
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
    try (InputStream in = response.inputStream()) {
      byte[] body = in.readNBytes(limits.bodyBytes() + 1);
      if (body.length > limits.bodyBytes()) {
        throw new HttpFailure(Kind.TOO_LARGE, about);
      }
      return body;
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
