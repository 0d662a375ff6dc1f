package openset.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds every name under {@code localhost} at this machine, as browsers do (RFC 6761 6.3), so that
 * one address leads a browser and a program to the same participant. All other names are looked up
 * as before. The platform loads it by itself.
 */
public final class LoopbackNames extends InetAddressResolverProvider {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  /** For the platform's loader of services. */
  public LoopbackNames() {}

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new Names(configuration.builtinResolver());
  }

  @Override
  public String name() {
    return "OpenSET names under localhost";
  }

  private record Names(InetAddressResolver others) implements InetAddressResolver {
    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      if (!host.toLowerCase(Locale.ROOT).endsWith(".localhost")) {
        return others.lookupByName(host, policy);
      }
      return Stream.of(InetAddress.getByAddress(host, LOOPBACK));
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      return others.lookupByAddress(address);
    }
  }
}
