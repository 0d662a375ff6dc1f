package openset.pki.issue;

import java.io.IOException;
import java.util.List;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.DigestAlgorithm;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.MerchantData;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERVisibleString;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** Writes the extensions of a certificate, with Bouncy Castle. */
final class ExtensionWriter {
  private static final ASN1ObjectIdentifier SET_POLICY = new ASN1ObjectIdentifier("2.23.42.5.0");
  private static final ASN1ObjectIdentifier ROOT_KEY_THUMB =
      new ASN1ObjectIdentifier("2.23.42.3.0.0");
  private static final ASN1ObjectIdentifier HASHED_ROOT_KEY = extension(0);
  private static final ASN1ObjectIdentifier CERTIFICATE_TYPE = extension(1);
  private static final ASN1ObjectIdentifier MERCHANT_DATA = extension(2);
  private static final ASN1ObjectIdentifier CARD_CERT_REQUIRED = extension(3);
  private static final ASN1ObjectIdentifier TUNNELING = extension(4);
  private static final ASN1ObjectIdentifier SET_EXTENSIONS = extension(5);

  private ExtensionWriter() {}

  private static ASN1ObjectIdentifier extension(int number) {
    return new ASN1ObjectIdentifier("2.23.42.7." + number);
  }

  static Extensions write(CertificatePlan plan, Issuance issuance) throws IOException {
    ExtensionsGenerator out = new ExtensionsGenerator();
    if (issuance.issuer().isPresent()) {
      out.addExtension(
          Extension.authorityKeyIdentifier, false, authorityKey(issuance.issuer().get()));
    }
    out.addExtension(Extension.keyUsage, true, new KeyUsage(usage(plan.role())));
    out.addExtension(
        Extension.certificatePolicies,
        false,
        new CertificatePolicies(new PolicyInformation(SET_POLICY)));
    if (plan.origin().isPresent()) {
      GeneralName uri =
          new GeneralName(GeneralName.uniformResourceIdentifier, plan.origin().get());
      out.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(uri));
    }
    if (plan.role() == KeyRole.ISSUE) {
      out.addExtension(Extension.basicConstraints, true, new BasicConstraints(plan.pathLength()));
    }
    set(out, plan);
    return out.generate();
  }

  private static void set(ExtensionsGenerator out, CertificatePlan plan) throws IOException {
    if (plan.nextRootKey().isPresent()) {
      out.addExtension(HASHED_ROOT_KEY, true, hashedRootKey(plan.nextRootKey().get()));
    }
    out.addExtension(CERTIFICATE_TYPE, true, types(plan));
    if (plan.merchant().isPresent()) {
      out.addExtension(MERCHANT_DATA, false, merchantData(plan.merchant().get()));
    }
    if (plan.terms().isPresent()) terms(out, plan.terms().get());
  }

  private static void terms(ExtensionsGenerator out, CertificatePlan.Terms terms)
      throws IOException {
    if (terms.cardCertRequired()) {
      out.addExtension(CARD_CERT_REQUIRED, false, ASN1Boolean.TRUE);
    }
    out.addExtension(TUNNELING, false, new DERSequence(identifiers(terms.tunneling())));
    if (!terms.setExtensions().isEmpty()) {
      out.addExtension(SET_EXTENSIONS, false, identifiers(terms.setExtensions()));
    }
  }

  static AuthorityKeyIdentifier authorityKey(Certificate issuer) {
    GeneralNames name = new GeneralNames(new GeneralName(NameWriter.write(issuer.issuer())));
    return new AuthorityKeyIdentifier(name, issuer.serialNumber());
  }

  private static int usage(KeyRole role) {
    return switch (role) {
      case ISSUE -> KeyUsage.keyCertSign | KeyUsage.cRLSign;
      case SIGN -> KeyUsage.digitalSignature;
      case AGREE -> KeyUsage.keyAgreement;
    };
  }

  private static ASN1Encodable types(CertificatePlan plan) {
    byte[] bits = new byte[2];
    int last = 0;
    for (CertificateType type : plan.types()) {
      int bit = type.ordinal();
      bits[bit / 8] |= (byte) (0x80 >> bit % 8);
      last = Math.max(last, bit);
    }
    byte[] used = last < 8 ? new byte[] {bits[0]} : bits;
    return new DERBitString(used, 7 - last % 8);
  }

  private static ASN1Encodable hashedRootKey(Der spki) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(0));
    parts.add(
        new AlgorithmIdentifier(
            new ASN1ObjectIdentifier(DigestAlgorithm.SHA256.oid().dotted())));
    parts.add(new DERSequence(ROOT_KEY_THUMB));
    parts.add(new DEROctetString(DigestAlgorithm.SHA256.digest(spki.bytes())));
    return new DERSequence(parts);
  }

  private static ASN1Encodable merchantData(MerchantData data) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(text(data.id()));
    parts.add(new DERNumericString(data.acquirerBin()));
    ASN1EncodableVector names = new ASN1EncodableVector();
    data.names().forEach(name -> names.add(names(name)));
    parts.add(new DERSequence(names));
    parts.add(new ASN1Integer(data.country()));
    if (!data.mayAuthorize()) parts.add(ASN1Boolean.FALSE);
    data.category()
        .ifPresent(code -> parts.add(new DERTaggedObject(false, 0, new DERNumericString(code))));
    return new DERSequence(parts);
  }

  private static ASN1Encodable names(MerchantData.Names names) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    names
        .language()
        .ifPresent(tag -> parts.add(new DERTaggedObject(false, 0, new DERVisibleString(tag))));
    parts.add(new DERTaggedObject(true, 1, text(names.name())));
    names.city().ifPresent(city -> parts.add(new DERTaggedObject(true, 2, text(city))));
    names.stateProvince().ifPresent(part -> parts.add(new DERTaggedObject(true, 3, text(part))));
    names.postalCode().ifPresent(code -> parts.add(new DERTaggedObject(true, 4, text(code))));
    names.countryName().ifPresent(name -> parts.add(new DERTaggedObject(true, 5, text(name))));
    return new DERSequence(parts);
  }

  static ASN1Encodable text(String text) {
    boolean visible = text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    return visible ? new DERVisibleString(text) : new DERBMPString(text);
  }

  private static DERSequence identifiers(List<ObjectIdentifier> list) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    list.forEach(oid -> parts.add(new ASN1ObjectIdentifier(oid.dotted())));
    return new DERSequence(parts);
  }
}
