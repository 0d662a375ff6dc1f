package openset.http.hook;

import io.helidon.http.HeaderNames;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import openset.crypto.SecretBytes;
import openset.merchant.event.OrderEvent;
import openset.merchant.hook.Courier;
import openset.merchant.hook.Delivery;
import openset.merchant.hook.Webhook;

/**
 * Posts events to webhooks, signed as Standard Webhooks 1.0 says. Follows no redirect, uses no
 * proxy, keeps no connection, and shows no more than the beginning of an answer.
 */
public final class HookCourier implements Courier {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int SHOWN = 200;

  private final HookAddresses addresses;
  private final InstantSource clock;

  /** A courier to such addresses. */
  public HookCourier(HookAddresses addresses, InstantSource clock) {
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public Delivery.Answer carry(Webhook to, SecretBytes secret, OrderEvent event) {
    FutureTask<Delivery.Answer> task = new FutureTask<>(() -> post(to, secret, event));
    Thread.ofVirtual().name("openset-webhook").start(task);
    try {
      return task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return nothing("No answer in time.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return nothing("Interrupted.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a webhook could not be told", e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  private Delivery.Answer post(Webhook to, SecretBytes secret, OrderEvent event) {
    try {
      URI uri = addresses.taken(to.url());
      HookJson.Event message = HookJson.Event.of(event);
      byte[] body = message.octets();
      Instant now = clock.instant();
      Http1Client client = client(uri);
      try (HttpClientResponse response =
          client
              .post()
              .uri(uri)
              .skipUriEncoding(true)
              .header(HeaderNames.CONTENT_TYPE, "application/json")
              .header(HeaderNames.USER_AGENT, "OpenSET webhooks")
              .header(HeaderNames.create("webhook-id"), message.id())
              .header(HeaderNames.create("webhook-timestamp"), "" + now.getEpochSecond())
              .header(
                  HeaderNames.create("webhook-signature"),
                  HookSignature.of(secret, message.id(), now, body))
              .submit(body)) {
        return new Delivery.Answer(clock.instant(), response.status().code(), shown(response));
      } finally {
        client.closeResource();
      }
    } catch (HookAddresses.NotTaken e) {
      return nothing(e.getMessage());
    } catch (IOException | RuntimeException e) {
      return nothing(why(e));
    }
  }

  private Http1Client client(URI uri) {
    Http1ClientConfig.Builder config =
        Http1Client.builder()
            .connectTimeout(CONNECT)
            .readTimeout(READ)
            .followRedirects(false)
            .proxy(Proxy.noProxy())
            .shareConnectionCache(false)
            .keepAlive(false)
            .dnsResolver(addresses.resolver(uri))
            .servicesDiscoverServices(false)
            .sendExpectContinue(false);
    return config.build();
  }

  /** The beginning of the answer, without signs that a page or a terminal could take as more. */
  private static String shown(HttpClientResponse response) throws IOException {
    if (!response.entity().hasEntity()) return "";
    try (InputStream in = response.inputStream()) {
      String text = new String(in.readNBytes(SHOWN), StandardCharsets.UTF_8);
      StringBuilder shown = new StringBuilder();
      text.codePoints()
          .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? ' ' : c)
          .forEach(shown::appendCodePoint);
      return shown.toString().strip();
    }
  }

  private Delivery.Answer nothing(String why) {
    return new Delivery.Answer(clock.instant(), 0, why);
  }

  private static String why(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case HookAddresses.LeadsInside inside -> {
          return inside.getMessage();
        }
        case UnknownHostException _ -> {
          return "The host is not known.";
        }
        case SSLException _ -> {
          return "TLS failed: the certificate is not trusted, or the versions differ.";
        }
        case ConnectException _ -> {
          return "Nobody listens there.";
        }
        case SocketTimeoutException _ -> {
          return "No answer in time.";
        }
        default -> {
          // Look further down.
        }
      }
    }
    return "The connection broke.";
  }
}
