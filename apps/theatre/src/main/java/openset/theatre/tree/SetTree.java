package openset.theatre.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.Field;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Part;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.EncapsulatedContent;
import openset.pki.cms.SignedData;
import openset.set.data.CurrencyAmount;
import openset.set.data.card.BackKeyData;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.message.Tree;
import openset.set.operator.Content;
import openset.set.operator.Detached;
import openset.set.treatment.SealedForms;
import openset.theatre.cast.Lane;

/** One SET message, or another value in DER, as segments. */
final class SetTree {
  private static final int BIN = 6;
  private static final int LAST = 4;

  private static final Tagged<ObjectIdentifier> CONTENT_TYPE =
      Sequence.sequence(
          "ContentInfo",
          Field.field("contentType", Asn1.OBJECT_IDENTIFIER, (ObjectIdentifier oid) -> oid),
          Field.field("content", Asn1.ANY, (ObjectIdentifier oid) -> Der.of(new byte[0])),
          (oid, content) -> oid);

  private final Opener opener;
  private final List<Segment> segments = new ArrayList<>();

  private SetTree(Opener opener) {
    this.opener = opener;
  }

  /** The segments of {@code der}, which {@code from} made for {@code to}; the first is itself. */
  static List<Segment> of(Asn1Type<?> type, byte[] der, Lane from, Lane to, Opener opener) {
    SetTree tree = new SetTree(opener);
    tree.segment(type, der, new Reach(EnumSet.of(from, to), from, Optional.empty()));
    return List.copyOf(tree.segments);
  }

  /** Who can read some octets, who made them, and whom they are sealed to. */
  private record Reach(Set<Lane> readers, Lane maker, Optional<Lane> recipient) {}

  private int segment(Asn1Type<?> type, byte[] octets, Reach reach) {
    Part part = Part.read(type, octets);
    int number = segments.size();
    segments.add(null);
    Blots blots = new Blots(octets);
    Node root = new Walk(octets, blots, reach).node(part, 0);
    segments.set(
        number,
        new Segment(blots.hex(), blots.ranges(), reach.readers(), reach.recipient(), root));
    return number;
  }

  /** Goes through the parts of one segment. */
  private final class Walk {
    private final byte[] octets;
    private final Blots blots;
    private final Reach reach;

    private Walk(byte[] octets, Blots blots, Reach reach) {
      this.octets = octets;
      this.blots = blots;
      this.reach = reach;
    }

    /** A part whose places count from {@code shift}. */
    private Node node(Part part, int shift) {
      Node.Place place =
          new Node.Place(
              part.name(), part.type(), part.start() + shift, part.end() - part.start());
      if (Tree.isHidden(part.name()) || part.value() instanceof CardExpiry) return secret(place);
      if (part.value() instanceof PAN pan) return account(place, pan);
      if (part.value() instanceof BackKeyData key) opener.found(key.backKey(), reach.readers());
      Optional<AuthEnvelopedData> sealed = content(part, AuthEnvelopedData.class);
      if (sealed.isPresent()) return sealed(part, place, sealed.get(), shift);
      Optional<SignedData> signed = content(part, SignedData.class);
      if (signed.isPresent()) return signed(part, place, signed.get(), shift);
      if (part.value() instanceof Detached<?> digest) return digest(part, place, digest, shift);
      Optional<EncapsulatedContent> inner = part.as(EncapsulatedContent.class);
      if (inner.isPresent()) return encapsulated(part, place, inner.get(), shift);
      if (part.name().equals("certificates")) return certificates(part, place, shift);
      if (part.inside().isEmpty()) return Node.leaf(place, text(part, place));
      Node node = Node.of(place, inside(part, shift));
      return part.as(CurrencyAmount.class).map(sum -> node.saying(sum.toString())).orElse(node);
    }

    private String text(Part part, Node.Place place) {
      return Texts.of(
          part.value(), Arrays.copyOfRange(octets, place.at(), place.at() + place.length()));
    }

    private List<Node> inside(Part part, int shift) {
      return part.inside().stream().map(inner -> node(inner, shift)).toList();
    }

    private Node secret(Node.Place place) {
      int header = header(place);
      blots.hide(place.at() + header, place.at() + place.length());
      return Node.leaf(place, place.length() - header + " octets").is(NodeKind.SECRET);
    }

    private Node account(Node.Place place, PAN pan) {
      int end = place.at() + place.length();
      int begin = end - pan.digits().length();
      blots.hide(begin + BIN, end - LAST);
      return Node.leaf(place, pan.toString()).is(NodeKind.ACCOUNT);
    }

    private Node sealed(Part part, Node.Place place, AuthEnvelopedData data, int shift) {
      Der der = Der.of(Arrays.copyOfRange(octets, place.at(), place.at() + place.length()));
      Opener.Opened opened = opener.open(data, der, reach.maker());
      Node node = Node.of(place, inside(part, shift)).is(NodeKind.SEALED);
      Optional<Integer> segment = opened.octets().flatMap(plain -> plain(plain, opened));
      return segment.map(node::opening).orElse(node);
    }

    private Optional<Integer> plain(byte[] plain, Opener.Opened opened) {
      int before = segments.size();
      try {
        ObjectIdentifier type = CONTENT_TYPE.decode(plain);
        return SealedForms.sealed(type)
            .map(
                known ->
                    segment(
                        known,
                        plain,
                        new Reach(opened.readers(), reach.maker(), opened.recipient())));
      } catch (Asn1Exception e) {
        while (segments.size() > before) segments.removeLast();
        return Optional.empty();
      }
    }

    private Node signed(Part part, Node.Place place, SignedData data, int shift) {
      opener.saw(data);
      String signers =
          data.signers().stream()
              .map(signer -> Texts.signer(signer.sid(), data.certificates()))
              .collect(Collectors.joining(", "));
      return Node.of(place, inside(part, shift)).is(NodeKind.SIGNED).saying(signers);
    }

    private Node digest(Part part, Node.Place place, Detached<?> digest, int shift) {
      String of =
          SealedForms.signed(digest.contentType())
              .map(content -> content.type().name())
              .orElse(digest.contentType().dotted());
      return Node.of(place, inside(part, shift)).is(NodeKind.DIGEST).saying(of);
    }

    private Node encapsulated(
        Part part, Node.Place place, EncapsulatedContent content, int shift) {
      Optional<Content<?>> known = SealedForms.signed(content.contentType());
      List<Node> parts = new ArrayList<>();
      for (Part inner : part.inside()) {
        boolean open = inner.name().equals("eContent") && known.isPresent();
        parts.add(
            open
                ? opened(inner, known.get(), content.content().orElseThrow(), shift)
                : node(inner, shift));
      }
      return Node.of(place, parts);
    }

    /** The octets that were signed lie at the end of the part that holds them. */
    private Node opened(Part part, Content<?> content, Der signed, int shift) {
      Node.Place place =
          new Node.Place(
              part.name(), part.type(), part.start() + shift, part.end() - part.start());
      int begin = part.end() + shift - signed.length();
      try {
        Part inner = Part.read(content.type(), signed.bytes());
        return Node.of(place, List.of(node(inner, begin)));
      } catch (Asn1Exception e) {
        return Node.leaf(place, signed.length() + " octets");
      }
    }

    private Node certificates(Part part, Node.Place place, int shift) {
      List<Node> parts = new ArrayList<>();
      for (Part inner : part.inside()) {
        Node node = node(inner, shift);
        Optional<Der> der = inner.as(Der.class);
        parts.add(
            der.isEmpty()
                ? node
                : node.saying(Texts.certificate(der.get())).is(NodeKind.CERTIFICATE));
      }
      return Node.of(place, parts);
    }

    private int header(Node.Place place) {
      int at = place.at();
      int first = octets[at + 1] & 0xff;
      return first < 0x80 ? 2 : 2 + (first & 0x7f);
    }
  }

  /** What the ContentInfo that a part is holds. */
  private static <T> Optional<T> content(Part part, Class<T> kind) {
    return part.inside().size() == 2 ? part.inside().getLast().as(kind) : Optional.empty();
  }
}
