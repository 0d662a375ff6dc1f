package openset.set.message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.Limits;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Trace;
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
    print(parse(type, der), 0, text);
    return text.toString();
  }

  private static Part parse(Asn1Type<?> type, byte[] der) {
    Parts parts = new Parts();
    type.decode(der, Limits.OWN, parts);
    return parts.root;
  }

  /** A named part, as the trace told of it. */
  private static final class Part {
    private final String name;
    private final String type;
    private final int start;
    private final List<Part> inside = new ArrayList<>();
    private int end;
    private Object value = "";

    private Part(String name, String type, int start) {
      this.name = name;
      this.type = type;
      this.start = start;
    }

    private <T> Optional<T> as(Class<T> kind) {
      return Optional.of(value).filter(kind::isInstance).map(kind::cast);
    }

    /** The part as a CMS structure: itself, or what its ContentInfo holds. */
    private <T> Optional<T> cms(Class<T> kind) {
      return as(kind)
          .or(() -> inside.size() == 2 ? inside.getLast().as(kind) : Optional.<T>empty());
    }
  }

  private static final class Parts implements Trace {
    private final Deque<Part> open = new ArrayDeque<>();
    private Part root = new Part("", "", 0);

    @Override
    public void begin(String name, String type, int offset, int tag) {
      Part part = new Part(name, type, offset);
      if (open.isEmpty()) {
        root = part;
      } else {
        open.peek().inside.add(part);
      }
      open.push(part);
    }

    @Override
    public void end(int offset, Object value) {
      Part part = open.pop();
      part.end = offset;
      part.value = value instanceof Optional<?> some ? some.orElse(null) : value;
      if (part.value == null) open.peek().inside.remove(part);
    }
  }

  private static void print(Part part, int depth, StringBuilder text) {
    line(depth, part.name + heading(part), text);
    Optional<SignedData> signed = part.cms(SignedData.class);
    boolean closed =
        part.cms(AuthEnvelopedData.class).isPresent()
            || part.as(Detached.class).isPresent()
            || HIDDEN.contains(part.name);
    if (signed.isPresent()) {
      printSigned(signed.get(), depth + 1, text);
    } else if (!closed) {
      for (Part inner : part.inside) print(inner, depth + 1, text);
    }
  }

  private static String heading(Part part) {
    String type = part.type.equals(part.name) ? "" : "  " + part.type;
    Optional<AuthEnvelopedData> sealed = part.cms(AuthEnvelopedData.class);
    if (sealed.isPresent()) {
      return "%s  sealed, %d octets, %s"
          .formatted(type, part.end - part.start, recipient(sealed.get().recipient()));
    }
    Optional<SignedData> signed = part.cms(SignedData.class);
    if (signed.isPresent()) {
      return "%s  signed, %d octets".formatted(type, part.end - part.start);
    }
    if (HIDDEN.contains(part.name)) return type + "  (hidden)";
    if (part.as(Detached.class).isPresent()) return type + "  " + digest((Detached<?>) part.value);
    if (!part.inside.isEmpty()) return type;
    return type + "  " + leaf(part.value) + (part.start == part.end ? " (default)" : "");
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
      content = parse(type, der);
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
      case NotSupported later -> "not supported, " + later.whole().length() + " octets";
      default -> value.toString();
    };
  }

  private static void line(int depth, String text, StringBuilder to) {
    to.append("  ".repeat(depth)).append(text.strip()).append('\n');
  }
}
