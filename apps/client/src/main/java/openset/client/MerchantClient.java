package openset.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A merchant's API. Safe for many threads.
 *
 * <p>Every write may be repeated without harm: its Idempotency-Key is made of what is asked, so the
 * same asked twice, even after a crash of yours, is done once. A connection that breaks is tried
 * again twice.
 */
public final class MerchantClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TRIES = 3;

  private final URI api;
  private final SigningKey key;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private MerchantClient(URI api, SigningKey key) {
    this.api = api;
    this.key = key;
  }

  /**
   * The API of a merchant.
   *
   * @param api scheme, host and port
   * @param key an API key as the back office shows it: a name, {@code ~} and a secret
   */
  public static MerchantClient of(URI api, String key) {
    return new MerchantClient(api, SigningKey.of(key));
  }

  /** Takes an order; the same reference with the same order gets the same answer. */
  public Order create(NewOrder order) throws Refused, IOException, InterruptedException {
    return write("/v1/orders", "create " + order.reference(), order);
  }

  /** An order as it stands now. */
  public Order get(String order) throws Refused, IOException, InterruptedException {
    return Wire.read(call("GET", "/v1/orders/" + order, "", new byte[0]), Order.class);
  }

  /**
   * Ships lines, or hands them out, and captures their share of the price.
   *
   * @param tracking the carrier's number, or how a digital good is fetched
   * @param lines numbers of lines, from 1
   */
  public Order ship(String order, String tracking, List<Integer> lines)
      throws Refused, IOException, InterruptedException {
    String path = "/v1/orders/" + order + "/shipments";
    return write(path, "ship " + lines + " " + tracking, new Shipment(lines, tracking));
  }

  private record Shipment(List<Integer> lines, String tracking) {}

  /** Lets all go that is held for an order, of which nothing was and nothing will be shipped. */
  public Order voidOrder(String order) throws Refused, IOException, InterruptedException {
    return write("/v1/orders/" + order + "/void", "void", null);
  }

  /**
   * Lets a part go that is held and will not be shipped.
   *
   * @param stays minor units, such as cents, that shall stay held
   */
  public Order reduceAuthorization(String order, long stays)
      throws Refused, IOException, InterruptedException {
    return anew("/v1/orders/" + order + "/reduction", new NewReduction(stays));
  }

  private record NewReduction(long stays) {}

  /**
   * Signs the offer of an order ahead, for a letter, an invoice or a file: a wallet pays it without
   * asking the shop first.
   *
   * @param until at most 92 days from now; the order waits that long for being paid
   */
  public Publication publish(String order, Instant until)
      throws Refused, IOException, InterruptedException {
    String path = "/v1/orders/" + order + "/publication";
    byte[] body = Wire.write(new NewPublication(until.toString()));
    String once = once(path + " " + UUID.randomUUID());
    return Wire.read(call("POST", path, once, body), Publication.class);
  }

  private record NewPublication(String until) {}

  /** What was published last of an order. */
  public Publication published(String order)
      throws Refused, IOException, InterruptedException {
    String path = "/v1/orders/" + order + "/publication";
    return Wire.read(call("GET", path, "", new byte[0]), Publication.class);
  }

  /**
   * Gives captured money back.
   *
   * @param once your own name of this refund: the same name again is the same refund
   * @param minor minor units, such as cents, above 0
   */
  public Order refund(String order, String once, long minor)
      throws Refused, IOException, InterruptedException {
    return refund(order, once, new NewRefund(Optional.of(minor), Optional.empty()));
  }

  /**
   * Gives back what lines are worth that were shipped.
   *
   * @param once your own name of this refund: the same name again is the same refund
   * @param lines numbers of lines, from 1
   */
  public Order refund(String order, String once, List<Integer> lines)
      throws Refused, IOException, InterruptedException {
    return refund(order, once, new NewRefund(Optional.empty(), Optional.of(lines)));
  }

  private Order refund(String order, String once, NewRefund refund)
      throws Refused, IOException, InterruptedException {
    return write("/v1/orders/" + order + "/refunds", "refund " + once, refund);
  }

  private record NewRefund(Optional<Long> amount, Optional<List<Integer>> lines) {}

  /**
   * Asks for the next payment of a plan, due or not. When it is due it is asked for by itself. A
   * decline stands in the plan of the answer; what your customer did not sign is refused.
   *
   * @param once your own name of this payment: the same name again is the same payment
   */
  public Order askPayment(String order, String once)
      throws Refused, IOException, InterruptedException {
    return askPayment(order, once, new NewPayment(Optional.empty()));
  }

  /**
   * The same for another amount than the plan has.
   *
   * @param minor minor units, such as cents, above 0
   */
  public Order askPayment(String order, String once, long minor)
      throws Refused, IOException, InterruptedException {
    return askPayment(order, once, new NewPayment(Optional.of(minor)));
  }

  private Order askPayment(String order, String once, NewPayment payment)
      throws Refused, IOException, InterruptedException {
    return write("/v1/orders/" + order + "/payments", "payment " + once, payment);
  }

  private record NewPayment(Optional<Long> amount) {}

  /** Ends the plan of an order: no more is asked for. */
  public Order endPlan(String order) throws Refused, IOException, InterruptedException {
    return write("/v1/orders/" + order + "/plan/end", "end", null);
  }

  /**
   * Takes a refund back, all of it.
   *
   * @param refund its name in {@link Order#refunds}
   */
  public Order takeBackRefund(String order, String refund)
      throws Refused, IOException, InterruptedException {
    return takeBack("/v1/orders/" + order + "/refunds/" + refund);
  }

  /**
   * Takes a capture back, all of it, so that nobody is asked for that money.
   *
   * @param capture its name in {@link Order#captures}
   */
  public Order takeBackCapture(String order, String capture)
      throws Refused, IOException, InterruptedException {
    return takeBack("/v1/orders/" + order + "/captures/" + capture);
  }

  private Order takeBack(String item) throws Refused, IOException, InterruptedException {
    return anew(item + "/reversal", null);
  }

  /** With a key of its own each time: what was refused while the order was busy is asked again. */
  private Order anew(String path, Object body)
      throws Refused, IOException, InterruptedException {
    return write(path, UUID.randomUUID().toString(), body);
  }

  private Order write(String path, String what, Object body)
      throws Refused, IOException, InterruptedException {
    String once = once(path + " " + what);
    byte[] octets = body == null ? new byte[0] : Wire.write(body);
    return Wire.read(call("POST", path, once, octets), Order.class);
  }

  private static String once(String what) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private byte[] call(String method, String path, String once, byte[] body)
      throws Refused, IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return answer(http.send(
            request(method, path, once, body), HttpResponse.BodyHandlers.ofByteArray()));
      } catch (IOException e) {
        if (attempt == TRIES) throw e;
        Thread.sleep(Duration.ofMillis(200L * attempt));
      }
    }
  }

  private HttpRequest request(String method, String path, String once, byte[] body) {
    long now = Instant.now().getEpochSecond();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Authorization", key.authorization(method, path, once, body, now))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (body.length > 0) request.header("Content-Type", "application/json");
    if (!once.isEmpty()) request.header("Idempotency-Key", once);
    return request.build();
  }

  private record Problem(Optional<String> rule, Optional<String> detail) {}

  private static byte[] answer(HttpResponse<byte[]> answer) throws Refused {
    if (answer.statusCode() < 300) return answer.body();
    boolean says =
        answer.headers().firstValue("Content-Type").orElse("").contains("problem+json");
    Problem problem =
        says
            ? Wire.read(answer.body(), Problem.class)
            : new Problem(Optional.empty(), Optional.empty());
    throw new Refused(
        answer.statusCode(), problem.rule().orElse(""), problem.detail().orElse(""));
  }

  /** Closes the idle connections. */
  @Override
  public void close() {
    http.close();
  }
}
