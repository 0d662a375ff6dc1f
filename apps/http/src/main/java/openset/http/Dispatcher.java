package openset.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import openset.http.socket.TokenBuckets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request of a server: limits, then its route, then the answer and a log line. */
final class Dispatcher implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final HttpLimits limits;
  private final Routes routes;
  private final TokenBuckets buckets;
  private final Semaphore working;
  private final AccessLog access;

  Dispatcher(HttpLimits limits, Routes routes, InstantSource clock) {
    this.limits = limits;
    this.routes = routes;
    this.buckets = new TokenBuckets(limits.rate(), limits.burst(), clock);
    this.working = new Semaphore(limits.concurrent());
    this.access = new AccessLog(clock);
  }

  @Override
  public void handle(ServerRequest from, ServerResponse to) {
    AccessLog.Line line = access.begin(from);
    Answer answer = answer(from);
    send(from, to, answer);
    line.end(answer);
  }

  private Answer answer(ServerRequest from) {
    InetAddress address = ((InetSocketAddress) from.remotePeer().address()).getAddress();
    if (!buckets.take(address)) {
      return Answer.problem(429, "http.rate", "").with("Retry-After", "1");
    }
    if (!working.tryAcquire()) {
      return Answer.problem(503, "http.busy", "").with("Retry-After", "1");
    }
    try {
      return routes.answer(request(from, address));
    } catch (HttpRefused refused) {
      Answer answer = Answer.problem(refused.problem());
      return answer.status() == 401 ? answer.with("WWW-Authenticate", "Bearer") : answer;
    } catch (RequestException | CloseConnectionException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("a request failed for a reason of ours", e);
      return Answer.problem(500, "http.bug", "");
    } finally {
      working.release();
    }
  }

  private Request request(ServerRequest from, InetAddress address) throws HttpRefused {
    String path = from.prologue().uriPath().rawPath();
    String query = from.prologue().query().rawValue();
    return new Request(
        Peer.at(address.getHostAddress()),
        from.prologue().method().text(),
        query.isEmpty() ? path : path + "?" + query,
        path,
        query(from),
        name -> field(from, HeaderNames.create(name)),
        from.isSecure(),
        () -> body(from));
  }

  private static Map<String, String> query(ServerRequest from) throws HttpRefused {
    Map<String, String> query = new HashMap<>();
    for (String name : from.query().names()) {
      List<String> values = from.query().all(name);
      if (values.size() != 1) {
        throw new HttpRefused(400, "http.query", "a parameter is given twice");
      }
      query.put(name, values.getFirst());
    }
    return Map.copyOf(query);
  }

  private static Optional<String> field(ServerRequest from, HeaderName name) {
    List<String> values = from.headers().all(name, List::of);
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  private byte[] body(ServerRequest from) throws HttpRefused {
    if (!from.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = from.content().inputStream()) {
      byte[] body = in.readNBytes(limits.bodyBytes() + 1);
      if (body.length > limits.bodyBytes()) {
        throw new HttpRefused(413, "http.size", "");
      }
      return body;
    } catch (RequestException | CloseConnectionException e) {
      throw e;
    } catch (RuntimeException | IOException e) {
      throw new CloseConnectionException("the body broke off", e);
    }
  }

  private static void send(ServerRequest from, ServerResponse to, Answer answer) {
    // A body that nobody read would have to be read to find the next request.
    boolean unread = from.content().hasEntity() && !from.content().consumed();
    boolean close = unread || from.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
    to.status(Status.create(answer.status()));
    AnswerFields.ALL.forEach(to::header);
    answer
        .fields()
        .forEach(
            (name, values) ->
                to.header(HeaderNames.create(name), values.toArray(String[]::new)));
    if (close) {
      to.header(HeaderNames.CONNECTION, "close");
    }
    boolean head = from.prologue().method().text().equals("HEAD");
    if (answer.stream().isPresent() && !head) {
      stream(to, answer, answer.stream().get());
    } else if (answer.body().length == 0) {
      to.send();
    } else if (head) {
      to.header(HeaderNames.CONTENT_TYPE, answer.type());
      to.send();
    } else {
      to.header(HeaderNames.CONTENT_TYPE, answer.type());
      to.send(answer.body());
    }
    if (close) {
      throw new CloseConnectionException("this answer was the last");
    }
  }

  private static void stream(ServerResponse to, Answer answer, Answer.Stream stream) {
    to.header(HeaderNames.CONTENT_TYPE, answer.type());
    try (OutputStream out = to.outputStream()) {
      stream.write(out);
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("nobody listens any more", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloseConnectionException("the server is closing", e);
    }
  }
}
