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

  private final Map<ClientName, ApiKey> keys;
  private final InstantSource clock;
  private final SeenNonces seen = new SeenNonces(SKEW.multipliedBy(2));

  private ApiKeys(Map<ClientName, ApiKey> keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** These keys, one for each client; {@code nobody} is not a client's name. */
  public static ApiKeys of(Collection<ApiKey> keys, InstantSource clock) {
    if (keys.stream().anyMatch(key -> key.client().equals(NOBODY))) {
      throw new IllegalArgumentException("nobody holds no key");
    }
    return new ApiKeys(
        keys.stream().collect(Collectors.toUnmodifiableMap(ApiKey::client, Function.identity())),
        clock);
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
    ApiKey key = key(parts[0], ApiKey.Scheme.BEARER);
    SecretBytes shown = SecretBytes.of(BASE64.decode(parts[1].getBytes(US_ASCII)));
    return proved(key, key.secret().equals(shown));
  }

  private Optional<ClientName> signed(Presented presented, String[] parts) {
    if (parts.length != 4 || parts[2].length() > 64 || !SECONDS.matcher(parts[1]).matches()) {
      return Optional.empty();
    }
    ApiKey key = key(parts[0], ApiKey.Scheme.SIGNED);
    byte[] mac = BASE64.decode(parts[3].getBytes(US_ASCII));
    boolean same = ConstantTime.equal(key.mac(presented, parts[1], parts[2]), mac);
    Instant now = clock.instant();
    Instant sent = Instant.ofEpochSecond(Long.parseLong(parts[1]));
    boolean fresh = Duration.between(sent, now).abs().compareTo(SKEW) <= 0;
    return proved(key, same && fresh && seen.isNew(key.client() + "~" + parts[2], now));
  }

  private Optional<ClientName> proved(ApiKey key, boolean shown) {
    return shown && keys.containsKey(key.client()) ? Optional.of(key.client()) : Optional.empty();
  }

  /** The client's key, or one that nobody holds, so that an unknown name takes as long. */
  private ApiKey key(String name, ApiKey.Scheme scheme) {
    ApiKey key = keys.get(new ClientName(name));
    return key != null && key.scheme() == scheme
        ? key
        : new ApiKey(NOBODY, SecretBytes.of(new byte[32]), scheme);
  }

  @Override
  public String toString() {
    return "ApiKeys" + keys.keySet();
  }
}
