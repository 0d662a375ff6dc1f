package openset.evidence;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import openset.asn1.AsSent;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Digest;
import openset.set.data.Salt;
import openset.set.data.order.HODInput;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.data.order.OrderTree;

/**
 * What was bought: the whole offer, or single lines with the proof that they belong to the order.
 *
 * <pre>
 * EvidenceOrder ::= CHOICE {
 *   whole   [0] EXPLICIT Offer,
 *   part    [1] EXPLICIT PartOfOrder }
 *
 * PartOfOrder ::= SEQUENCE {
 *   hodInput   HODInput,
 *   lines      SEQUENCE OF ShownLine }
 *
 * ShownLine ::= SEQUENCE {
 *   line        OrderLine,
 *   auditPath   SEQUENCE OF Digest }
 * </pre>
 */
public sealed interface EvidenceOrder {
  /** The merchant's offer as it was given out. */
  record Whole(AsSent<Offer> offer) implements EvidenceOrder {
    @Override
    public List<ShownLine> lines() {
      OrderTree tree = offer.value().tree();
      List<ShownLine> lines = new ArrayList<>();
      for (OrderLine line : offer.value().lines()) {
        lines.add(new ShownLine(line, tree.auditPath(line.lineNumber() - 1)));
      }
      return lines;
    }

    @Override
    public HODInput hodInput(Salt odSalt) {
      return offer.value().hodInput(odSalt);
    }
  }

  /** Some of its lines. */
  record Part(AsSent<HODInput> hodInput, List<ShownLine> lines) implements EvidenceOrder {
    static final Tagged<Part> TYPE =
        Sequence.sequence(
            "PartOfOrder",
            field("hodInput", AsSent.type(HODInput.TYPE), Part::hodInput),
            field("lines", Repeated.sequenceOf(ShownLine.TYPE), Part::lines),
            Part::new);

    /** Copies the list. */
    public Part {
      lines = List.copyOf(lines);
    }

    @Override
    public HODInput hodInput(Salt odSalt) {
      return hodInput.value();
    }
  }

  /** One line, and the digests that lead from it to the root, lowest first (ORD-03, ORD-05). */
  record ShownLine(OrderLine line, List<Digest> auditPath) {
    static final Tagged<ShownLine> TYPE =
        Sequence.sequence(
            "ShownLine",
            field("line", OrderLine.TYPE, ShownLine::line),
            field("auditPath", Repeated.sequenceOf(Digest.TYPE), ShownLine::auditPath),
            ShownLine::new);

    /** Copies the list. */
    public ShownLine {
      auditPath = List.copyOf(auditPath);
    }

    /** Whether the line is of the order that {@code input} is of. */
    public boolean isOf(HODInput input) {
      return OrderTree.verifies(
          input.odRoot(), input.lineCount(), line.lineNumber() - 1, line, auditPath);
    }
  }

  /** Its ASN.1 above. */
  Asn1Type<EvidenceOrder> TYPE =
      Choice.choice(
          "EvidenceOrder",
          alternative(
              "whole",
              Whole.class,
              AsSent.type(Offer.TYPE).explicit(0),
              Whole::new,
              Whole::offer),
          alternative("part", Part.class, Part.TYPE.explicit(1)));

  /** The lines that are shown. */
  List<ShownLine> lines();

  /** What HOD is to be the digest of, with the cardholder's salt. */
  HODInput hodInput(Salt odSalt);

  /** The same order, showing these lines only. */
  default EvidenceOrder showing(List<Integer> lineNumbers, Salt odSalt) {
    TreeSet<Integer> wanted = new TreeSet<>(lineNumbers);
    List<ShownLine> shown =
        lines().stream().filter(one -> wanted.contains(one.line().lineNumber())).toList();
    if (shown.size() != wanted.size()) {
      throw new IllegalArgumentException("a line that is not shown here");
    }
    AsSent<HODInput> input =
        this instanceof Part part
            ? part.hodInput()
            : AsSent.of(HODInput.TYPE, hodInput(odSalt));
    return new Part(input, shown);
  }
}
