package openset.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import openset.authority.world.Authorities;
import openset.authority.world.CertificationAuthority;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.issue.AuthorityProfile;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.KeyRole;

/** An authority below the root that a ceremony makes. */
record Below(
    String stem, CertificateType type, Ceremony.Named brand, CertificationAuthority issuer) {
  /** One of its keys. */
  record Role(String alias, KeyRole role, CertificateProfile profile) {}

  String file() {
    return stem + "-" + type.name().toLowerCase(Locale.ROOT);
  }

  List<Role> roles() {
    List<Role> roles = new ArrayList<>();
    roles.add(role(Authorities.ISSUE, KeyRole.ISSUE));
    if (type != CertificateType.BCA) {
      roles.add(role(Authorities.SIGN, KeyRole.SIGN));
      roles.add(role(Authorities.AGREE, KeyRole.AGREE));
    }
    return roles;
  }

  private Role role(String alias, KeyRole role) {
    String description =
        switch (type) {
          case BCA -> "Brand CA";
          case CCA -> "Cardholder CA";
          case MCA -> "Merchant CA";
          case PCA -> "Gateway CA";
          default -> throw new IllegalArgumentException("no ceremony makes " + type);
        };
    return new Role(
        alias,
        role,
        new AuthorityProfile(type, role, brand.country(), brand.name(), description));
  }

  /** A certificate and those above it, without the root. */
  List<Certificate> chain(Certificate certificate) {
    List<Certificate> chain = new ArrayList<>();
    chain.add(certificate);
    if (type != CertificateType.BCA) chain.addAll(issuer.chain());
    return chain;
  }
}
