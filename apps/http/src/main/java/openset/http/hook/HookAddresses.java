package openset.http.hook;

import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.spi.DnsResolver;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which addresses a participant's webhooks may have: https on the open network, and what the
 * operator names. A host is resolved once, when it is connected to, and the connection goes to what
 * was looked at, so that a name cannot lead elsewhere afterwards.
 *
 * @param own origins that are taken though they are plain or private, such as {@code
 *     http://127.0.0.1:9000}; an origin without port stands for all ports
 */
public record HookAddresses(Set<String> own) {
  private static final int LENGTH_MAX = 512;

  /** Only https on the open network. */
  public static final HookAddresses OPEN = new HookAddresses(Set.of());

  public HookAddresses {
    own = Set.copyOf(own);
  }

  /** An address that may not be told. */
  public static final class NotTaken extends Exception {
    private static final long serialVersionUID = 1;

    NotTaken(String sentence) {
      super(sentence, null, false, false);
    }
  }

  /**
   * Looks at an address as it is written; where its host is will be looked at for each event.
   *
   * @throws NotTaken with a sentence for who wrote it
   */
  public URI taken(String text) throws NotTaken {
    URI uri = parsed(text);
    boolean https = "https".equals(uri.getScheme());
    if (!https && !isOwn(uri)) {
      throw new NotTaken("A webhook's address begins with https://.");
    }
    return uri;
  }

  private static URI parsed(String text) throws NotTaken {
    boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (text.length() > LENGTH_MAX || !plain) throw new NotTaken("This is not a web address.");
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean port = uri.getPort() != 0 && uri.getPort() <= 65535;
      boolean bare = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      if (!web || uri.getHost() == null || !port || !bare) {
        throw new NotTaken("A webhook's address is https://, a host and a path, and no more.");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new NotTaken("This is not a web address.");
    }
  }

  private boolean isOwn(URI uri) {
    String host = uri.getScheme() + "://" + uri.getHost();
    return own.contains(host) || own.contains(host + ":" + uri.getPort());
  }

  /** Resolves the host of an address that is taken, and refuses where it leads into a network. */
  DnsResolver resolver(URI to) {
    boolean anywhere = isOwn(to);
    return (host, lookup) -> resolved(host, lookup, anywhere);
  }

  /** A name that leads to an address of a private network. */
  static final class LeadsInside extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeadsInside() {
      super("The address is not on the open network.", null, false, false);
    }
  }

  private static InetAddress resolved(String host, DnsAddressLookup lookup, boolean anywhere) {
    try {
      String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      List<InetAddress> all = Arrays.asList(lookup.filter(InetAddress.getAllByName(name)));
      if (!anywhere && !all.stream().allMatch(HookAddresses::isOpen)) throw new LeadsInside();
      return all.stream().findFirst().orElseThrow(LeadsInside::new);
    } catch (UnknownHostException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Whether an address is on the open network (RFC 6890 and its registries). */
  static boolean isOpen(InetAddress address) {
    boolean special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    if (special) return false;
    byte[] octets = address.getAddress();
    return address instanceof Inet6Address ? isOpen6(octets) : isOpen4(octets);
  }

  private static boolean isOpen4(byte[] octets) {
    int first = octets[0] & 0xff;
    int second = octets[1] & 0xff;
    int third = octets[2] & 0xff;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean bench = first == 198 && (second == 18 || second == 19);
    boolean examples =
        first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
    boolean relay = first == 192 && second == 88 && third == 99;
    boolean none = first == 0 || first >= 240;
    return !(shared || protocol || bench || examples || relay || none);
  }

  /** Only what is given out to the world (2000::/3), and nothing that wraps an IPv4 address. */
  private static boolean isOpen6(byte[] octets) {
    int first = (octets[0] & 0xff) << 8 | octets[1] & 0xff;
    int second = (octets[2] & 0xff) << 8 | octets[3] & 0xff;
    boolean given = first >> 13 == 1;
    boolean wraps = first == 0x2002 || first == 0x2001 && second == 0;
    boolean examples = first == 0x2001 && second == 0x0db8;
    return given && !wraps && !examples;
  }
}
