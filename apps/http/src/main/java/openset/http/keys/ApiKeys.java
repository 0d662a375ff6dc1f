package openset.http.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openset.crypto.ConstantTime;
import openset.crypto.SecretBytes;

/** The keys a route accepts. Says who proved a name, and nothing of why another did not. */
public final class ApiKeys {
  /** How far the clock of a client may be from ours. */
  public static final Duration SKEW = Duration.ofMinutes(2);

  private static final ClientName NOBODY = new ClientName("nobody");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
  private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

  private final Function<ClientName, Optional<ApiKey>> keys;
  private final Predicate<ClientName> permitted;
  private final InstantSource clock;
  private final SeenNonces seen;

  private ApiKeys(
      Function<ClientName, Optional<ApiKey>> keys,
      Predicate<ClientName> permitted,
      InstantSource clock,
      SeenNonces seen) {
    this.keys = keys;
    this.permitted = permitted;
    this.clock = clock;
    this.seen = seen;
  }

  /** These keys, one for each client; {@code nobody} is not a client's name. */
  public static ApiKeys of(Collection<ApiKey> keys, InstantSource clock) {
    if (keys.stream().anyMatch(key -> key.client().equals(NOBODY))) {
      throw new IllegalArgumentException("nobody holds no key");
    }
    Map<ClientName, ApiKey> byName =
        keys.stream().collect(Collectors.toUnmodifiableMap(ApiKey::client, Function.identity()));
    return of(name -> Optional.ofNullable(byName.get(name)), clock);
  }

  /** Keys that are looked up when they are shown, so that they come and go while we run. */
  public static ApiKeys of(Function<ClientName, Optional<ApiKey>> keys, InstantSource clock) {
    return new ApiKeys(
        keys, _ -> true, clock, new SeenNonces(SKEW.multipliedBy(2)));
  }

  /** The same keys, of whose clients only some may do what is asked; the others are told 403. */
  public ApiKeys permitting(Predicate<ClientName> some) {
    return new ApiKeys(keys, some, clock, seen);
  }

  /** Whether a client that proved its name may do what is asked. */
  public boolean permits(ClientName client) {
    return permitted.test(client);
  }

  /** The name that the request proves, if it proves one. */
  public Optional<ClientName> prove(Presented presented) {
    String shown = presented.authorization().orElse("");
    try {
      if (shown.startsWith(ApiKey.BEARER)) {
        return bearer(shown.substring(ApiKey.BEARER.length()));
      }
      if (shown.startsWith(ApiKey.SIGNED)) {
        return signed(presented, shown.substring(ApiKey.SIGNED.length()).split("~", -1));
      }
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<ClientName> bearer(String token) {
    String[] parts = token.split("~", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    Optional<ApiKey> held = key(parts[0], ApiKey.Scheme.BEARER);
    ApiKey key = held.orElseGet(() -> nobodys(ApiKey.Scheme.BEARER));
    SecretBytes shown = SecretBytes.of(BASE64.decode(parts[1].getBytes(US_ASCII)));
    return proved(held, key.secret().equals(shown));
  }

  private Optional<ClientName> signed(Presented presented, String[] parts) {
    if (parts.length != 4 || parts[2].length() > 64 || !SECONDS.matcher(parts[1]).matches()) {
      return Optional.empty();
    }
    Optional<ApiKey> held = key(parts[0], ApiKey.Scheme.SIGNED);
    ApiKey key = held.orElseGet(() -> nobodys(ApiKey.Scheme.SIGNED));
    byte[] mac = BASE64.decode(parts[3].getBytes(US_ASCII));
    boolean same = ConstantTime.equal(key.mac(presented, parts[1], parts[2]), mac);
    Instant now = clock.instant();
    Instant sent = Instant.ofEpochSecond(Long.parseLong(parts[1]));
    boolean fresh = Duration.between(sent, now).abs().compareTo(SKEW) <= 0;
    return proved(held, same && fresh && seen.isNew(key.client() + "~" + parts[2], now));
  }

  private static Optional<ClientName> proved(Optional<ApiKey> key, boolean shown) {
    return shown ? key.map(ApiKey::client) : Optional.empty();
  }

  private Optional<ApiKey> key(String name, ApiKey.Scheme scheme) {
    ClientName client = new ClientName(name);
    return client.equals(NOBODY)
        ? Optional.empty()
        : keys.apply(client).filter(key -> key.scheme() == scheme);
  }

  /** A key that nobody holds, so that an unknown name takes as long. */
  private static ApiKey nobodys(ApiKey.Scheme scheme) {
    return new ApiKey(NOBODY, SecretBytes.of(new byte[32]), scheme);
  }

  @Override
  public String toString() {
    return "ApiKeys[redacted]";
  }
}
