package openset.iso8583.secure;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS 1.3 and nothing older, with certificates on both sides (HL-116). Who connects wants the name
 * it connects to in the peer's certificate; who accepts may want of each institution a name that
 * its certificate must hold.
 */
public final class LinkTls {
  private static final String[] PROTOCOLS = {"TLSv1.3"};
  private static final int DNS_NAME = 2;

  private final SSLContext context;
  private final Map<String, String> names;

  private LinkTls(SSLContext context, Map<String, String> names) {
    this.context = context;
    this.names = Map.copyOf(names);
  }

  /**
   * With that key and chain, trusting these authorities and no others.
   *
   * @param names what must stand in the certificate of who signs on (dNSName), by institution
   *     code; empty: any certificate of the authorities speaks for every institution
   * @throws GeneralSecurityException where the key or a certificate cannot be used
   */
  public static LinkTls of(
      TlsIdentity identity, List<X509Certificate> authorities, Map<String, String> names)
      throws GeneralSecurityException {
    try {
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(identity.store(), identity.password());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (X509Certificate each : authorities) {
        trusted.setCertificateEntry("authority-" + trusted.size(), each);
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
      return new LinkTls(context, names);
    } catch (IOException e) {
      throw new GeneralSecurityException("an empty key store cannot be made", e);
    }
  }

  /** Does the handshake over a connection to that host, whose certificate must hold its name. */
  public Socket connected(Socket open, String host, int port) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(open, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** What an accepted connection is read through; the handshake comes with the first read. */
  public Socket accepted(Socket open) throws IOException {
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(open, null, true);
    socket.setUseClientMode(false);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setNeedClientAuth(true);
    socket.setSSLParameters(parameters);
    return socket;
  }

  /** True when the peer's certificate may sign on as that institution. */
  public boolean speaksFor(String institution, Socket socket) {
    if (names.isEmpty()) return true;
    String name = names.get(institution);
    return name != null && socket instanceof SSLSocket secured && holds(secured, name);
  }

  private static boolean holds(SSLSocket socket, String name) {
    try {
      Certificate[] chain = socket.getSession().getPeerCertificates();
      Collection<List<?>> all = ((X509Certificate) chain[0]).getSubjectAlternativeNames();
      return all != null
          && all.stream().anyMatch(n -> n.get(0).equals(DNS_NAME) && n.get(1).equals(name));
    } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
      return false;
    }
  }
}
