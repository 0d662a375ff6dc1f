package openset.http.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openset.authority.Authority;
import openset.authority.world.BrandAuthorities;
import openset.authority.world.CertificationAuthority;
import openset.authority.world.KeyFolder;
import openset.conduct.Peer;
import openset.http.MediaType;
import openset.http.Mount;
import openset.http.Resource;
import openset.http.SetEndpoint;
import openset.http.SetMount;
import openset.pki.BrandCrlIdentifier;
import openset.pki.CertificateList;
import openset.pki.CertificateType;

/**
 * The routes of the authorities of a world, open to everybody: all that comes and goes is signed.
 *
 * <pre>
 * POST /set/cca/aurora  /set/mca/aurora  /set/pca/aurora
 * GET  /trust
 * GET  /crl/rca  /crl/bca/aurora  /crl/cca/aurora  /crl/mca/aurora  /crl/pca/aurora
 * GET  /bci/aurora
 * </pre>
 */
public final class AuthorityApi {
  /** Where everything that is published lies, a TrustBundle in DER. */
  public static final String TRUST = "/trust";

  private static final String CRL = "/crl/";

  private final Authority authority;

  private AuthorityApi(Authority authority) {
    this.authority = authority;
  }

  /**
   * Where end entities of {@code brand} register.
   *
   * @param type CCA for cardholders, MCA for merchants, PCA for gateways
   * @param brand BrandID
   */
  public static String registration(CertificateType type, String brand) {
    return "/set/" + below(type, brand);
  }

  /** Where the current CRL of an authority of {@code brand} lies. */
  public static String crl(CertificateType type, String brand) {
    return type == CertificateType.RCA ? CRL + word(type) : CRL + below(type, brand);
  }

  /** Where the current CRL identifier of {@code brand} lies. */
  public static String brandCrlIdentifier(String brand) {
    return "/bci/" + KeyFolder.stem(brand);
  }

  private static String below(CertificateType type, String brand) {
    return word(type) + "/" + KeyFolder.stem(brand);
  }

  private static String word(CertificateType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** The routes. */
  public static List<Mount> routes(Authority authority) {
    AuthorityApi api = new AuthorityApi(authority);
    List<Mount> mounts = new ArrayList<>();
    mounts.add(Resource.at(TRUST, _ -> octets(MediaType.OCTETS, authority.trust().der())));
    for (CertificationAuthority one : authority.authorities().all()) {
      mounts.add(Resource.at(crl(one.type(), one.brand()), _ -> api.crl(one)));
      if (one.signing().isPresent()) {
        mounts.add(
            SetMount.registration(registration(one.type(), one.brand()), api.endpoint()));
      }
    }
    for (BrandAuthorities brand : authority.authorities().brands()) {
      mounts.add(Resource.at(brandCrlIdentifier(brand.name()), _ -> api.identifier(brand)));
    }
    return List.copyOf(mounts);
  }

  private SetEndpoint endpoint() {
    return (peer, type, body) -> authority.receive(new Peer(peer.address()), body);
  }

  private Optional<Resource.Octets> crl(CertificationAuthority issuer) {
    return authority.trust().crls().stream()
        .filter(crl -> crl.issuer().equals(issuer.certificate().subject()))
        .findFirst()
        .flatMap(crl -> octets(MediaType.CRL, CertificateList.TYPE.encode(crl)));
  }

  private Optional<Resource.Octets> identifier(BrandAuthorities brand) {
    return authority.trust().brandCrls().stream()
        .filter(identifier -> identifier.brand().equals(brand.name()))
        .findFirst()
        .flatMap(
            identifier ->
                octets(MediaType.OCTETS, BrandCrlIdentifier.TYPE.encode(identifier)));
  }

  private static Optional<Resource.Octets> octets(MediaType type, byte[] bytes) {
    return Optional.of(new Resource.Octets(type, bytes));
  }
}
