package openset.set.message;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Part;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.KekRecipientInfo;
import openset.pki.cms.KeyAgreeRecipientInfo;
import openset.pki.cms.RecipientInfo;
import openset.pki.cms.SignedData;
import openset.pki.cms.SignerInfo;
import openset.pki.x509.DistinguishedName;
import openset.set.operator.Content;
import openset.set.operator.Detached;

/**
 * A value as an indented tree, one line a part, with the names of its ASN.1. Of a sealed part it
 * says for whom it is sealed, of a signed one by whom, which it does not verify. It shows no
 * secret: accounts are redacted, and what would help to guess one is hidden.
 */
public final class Tree {
  private static final int HEX_OCTETS_MAX = 64;
  private static final Set<String> HIDDEN =
      Set.of("exNonce", "fieldValue", "acctIdentification", "panSecret", "cardSecret", "backKey");

  private Tree() {}

  /** Whether a part of this name is never shown, by whomever: a secret, or a help to guess one. */
  public static boolean isHidden(String name) {
    return HIDDEN.contains(name);
  }

  /**
   * The tree of a message.
   *
   * @throws Asn1Exception where the octets are no message
   */
  public static String ofMessage(byte[] der) {
    return of(MessageWrapper.TYPE, der);
  }

  /**
   * The tree of a value of {@code type}.
   *
   * @throws Asn1Exception where the octets are none
   */
  public static String of(Asn1Type<?> type, byte[] der) {
    StringBuilder text = new StringBuilder();
    print(Part.read(type, der), 0, text);
    return text.toString();
  }

  /** The part as a CMS structure: itself, or what its ContentInfo holds. */
  private static <T> Optional<T> cms(Part part, Class<T> kind) {
    return part.as(kind)
        .or(() -> part.inside().size() == 2 ? part.inside().getLast().as(kind) : Optional.empty());
  }

  private static void print(Part part, int depth, StringBuilder text) {
    line(depth, part.name() + heading(part), text);
    Optional<SignedData> signed = cms(part, SignedData.class);
    boolean closed =
        cms(part, AuthEnvelopedData.class).isPresent()
            || part.as(Detached.class).isPresent()
            || isHidden(part.name());
    if (signed.isPresent()) {
      printSigned(signed.get(), depth + 1, text);
    } else if (!closed) {
      for (Part inner : part.inside()) print(inner, depth + 1, text);
    }
  }

  private static String heading(Part part) {
    String type = part.type().equals(part.name()) ? "" : "  " + part.type();
    Optional<AuthEnvelopedData> sealed = cms(part, AuthEnvelopedData.class);
    if (sealed.isPresent()) {
      return "%s  sealed, %d octets, %s"
          .formatted(type, part.end() - part.start(), recipient(sealed.get().recipient()));
    }
    Optional<SignedData> signed = cms(part, SignedData.class);
    if (signed.isPresent()) {
      return "%s  signed, %d octets".formatted(type, part.end() - part.start());
    }
    if (isHidden(part.name())) return type + "  (hidden)";
    if (part.value() instanceof Detached<?> detached) return type + "  " + digest(detached);
    if (!part.inside().isEmpty()) return type;
    return type + "  " + leaf(part.value()) + (part.start() == part.end() ? " (default)" : "");
  }

  private static void printSigned(SignedData signed, int depth, StringBuilder text) {
    for (SignerInfo signer : signed.signers()) line(depth, "signed by " + name(signer.sid()), text);
    for (Der certificate : signed.certificates()) {
      line(depth, "certificate " + name(IssuerAndSerialNumber.of(certificate)), text);
    }
    if (!signed.crls().isEmpty()) line(depth, signed.crls().size() + " CRLs", text);
    ObjectIdentifier oid = signed.content().contentType();
    Optional<Content<?>> known = AllTypes.content(oid);
    String kind = known.map(content -> content.type().name()).orElse(oid.dotted());
    Optional<Der> octets = signed.content().content();
    if (octets.isEmpty()) {
      line(depth, "content " + kind + ", kept elsewhere", text);
    } else if (known.isEmpty()) {
      line(depth, "content " + kind + ", " + octets.get().length() + " octets", text);
    } else {
      printContent(known.get().type(), octets.get().bytes(), depth, text);
    }
  }

  private static void printContent(Asn1Type<?> type, byte[] der, int depth, StringBuilder text) {
    Part content;
    try {
      content = Part.read(type, der);
    } catch (Asn1Exception e) {
      line(depth, "content cannot be read: " + e.getMessage(), text);
      return;
    }
    print(content, depth, text);
  }

  private static String recipient(RecipientInfo recipient) {
    return switch (recipient) {
      case KeyAgreeRecipientInfo agreed -> "for " + name(agreed.recipient().rid());
      case KekRecipientInfo shared -> "under a key that both sides hold";
    };
  }

  private static String name(IssuerAndSerialNumber holder) {
    if (holder.equals(IssuerAndSerialNumber.NEW_KEY)) return "a key without certificate";
    return "issuer %s, serial %x".formatted(issuer(holder.issuer()), holder.serialNumber());
  }

  private static String issuer(Der name) {
    try {
      return text(DistinguishedName.TYPE.decode(name.bytes()));
    } catch (Asn1Exception e) {
      return name.toString();
    }
  }

  private static String text(DistinguishedName name) {
    StringBuilder text = new StringBuilder("C=" + name.country() + " O=" + name.organization());
    name.units().forEach(unit -> text.append(" OU=").append(unit));
    name.commonName().ifPresent(common -> text.append(" CN=").append(common));
    return text.toString();
  }

  private static String digest(Detached<?> detached) {
    ObjectIdentifier oid = detached.contentType();
    String kind = AllTypes.content(oid).map(c -> c.type().name()).orElse(oid.dotted());
    return "of " + kind + " " + detached.digest();
  }

  private static String leaf(Object value) {
    return switch (value) {
      case Der octets when octets.length() > HEX_OCTETS_MAX -> octets.length() + " octets";
      default -> value.toString();
    };
  }

  private static void line(int depth, String text, StringBuilder to) {
    to.append("  ".repeat(depth)).append(text.strip()).append('\n');
  }
}
