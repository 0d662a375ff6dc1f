package openset.asn1;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;
import static openset.asn1.Refusals.accepted;
import static openset.asn1.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CompositionTest {
  private record Line(int number, Optional<String> note, boolean gift, List<Der> salts) {
    static final Tagged<Line> TYPE =
        Sequence.sequence(
            "Line",
            field("number", Asn1.integer(0, 99), Line::number),
            optional("note", Asn1.UTF8_STRING.implicit(0), Line::note),
            defaulted("gift", Asn1.BOOLEAN, false, Line::gift),
            field("salts", Repeated.sequenceOf(Asn1.OCTET_STRING, 1), Line::salts),
            Line::new);

    Line {
      if (number == 13) throw new IllegalArgumentException("secret 13");
    }
  }

  private sealed interface Payment {
    Asn1Type<Payment> TYPE =
        Choice.choice(
            "Payment",
            Choice.alternative(
                "cash", Cash.class, Asn1.integer(0, 9).implicit(0), Cash::new, Cash::amount),
            Choice.alternative("line", InLine.class, Line.TYPE, InLine::new, InLine::line));

    record Cash(int amount) implements Payment {}

    record InLine(Line line) implements Payment {}
  }

  @Test
  void readsWhatItWrites() {
    Line line = new Line(7, Optional.of("hi"), true, List.of(Der.ofHex("aa")));
    assertThat(accepted(Line.TYPE, "300f 020107 80026869 0101ff 30030401aa")).isEqualTo(line);
  }

  @Test
  @Tag("D08")
  void leavesOutWhatIsAbsentOrDefault() {
    Line line = new Line(7, Optional.empty(), false, List.of(Der.ofHex("aa")));
    assertThat(accepted(Line.TYPE, "3008 020107 30030401aa")).isEqualTo(line);
  }

  @Test
  @Tag("D08")
  void refusesADefaultValueWrittenOut() {
    assertRefused(Line.TYPE, "300b 020107 010100 30030401aa").isEqualTo(
        "Line.gift: default value written out");
  }

  @Test
  @Tag("D08")
  void refusesComponentsOutOfOrderTwiceMissingOrUnknown() {
    assertRefused(Line.TYPE, "300c 020107 0101ff 800141 30030401aa").contains("Line.salts");
    assertRefused(Line.TYPE, "300b 020107 020107 30030401aa").contains("Line.salts");
    assertRefused(Line.TYPE, "3003 020107").contains("Line.salts").contains("ran out");
    assertRefused(Line.TYPE, "300a 020107 30030401aa 0500").contains("2 bytes left over");
    assertRefused(Line.TYPE, "3105 30030401aa");
  }

  @Test
  @Tag("ENC-04")
  void namesThePlaceAndNotTheBytes() {
    assertRefused(Line.TYPE, "300b 020107 3006 0401aa 0501bb")
        .isEqualTo("Line.salts[1]: expected tag 04, got 05");
  }

  @Test
  void turnsAConstructorsRefusalIntoOneOfItsOwnWithoutItsWords() {
    assertRefused(Line.TYPE, "3008 02010d 30030401aa")
        .isEqualTo("Line: value not allowed in Line");
  }

  @Test
  @Tag("D08")
  void refusesTooFewElements() {
    assertRefused(Line.TYPE, "3005 020107 3000").contains("Line.salts: fewer than 1 elements");
    Line empty = new Line(7, Optional.empty(), false, List.of());
    assertThatThrownBy(() -> Line.TYPE.encode(empty)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("D08")
  void refusesASetOfUnsortedOrWithDuplicates() {
    Tagged<List<Der>> set = Repeated.setOf(Asn1.OCTET_STRING);
    assertThat(accepted(set, "3106 0401aa 0401bb")).hasSize(2);
    assertThat(accepted(set, "3100")).isEmpty();
    assertRefused(set, "3106 0401bb 0401aa").contains("not in DER order");
    assertRefused(set, "3106 0401aa 0401aa").contains("not in DER order");
    assertThat(set.encode(List.of(Der.ofHex("bb"), Der.ofHex("aa"), Der.ofHex(""))))
        .isEqualTo(Der.ofHex("310804000401aa0401bb").bytes());
    assertThatThrownBy(() -> set.encode(List.of(Der.ofHex("aa"), Der.ofHex("aa"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void choosesByTag() {
    assertThat(accepted(Payment.TYPE, "800105")).isEqualTo(new Payment.Cash(5));
    assertThat(accepted(Payment.TYPE, "3008 020107 30030401aa"))
        .isInstanceOf(Payment.InLine.class);
    assertRefused(Payment.TYPE, "810105").contains("no alternative of Payment has tag 81");
    assertRefused(Payment.TYPE, "").contains("ran out of bytes, expected Payment");
    assertRefused(Payment.TYPE, "80010a").contains("Payment.cash: INTEGER not in 0..9");
  }

  @Test
  @Tag("D08")
  void refusesEveryChangedByteOrReadsAnotherValueOfTheSameBytes() {
    byte[] der = Der.ofHex("301402010780026869" + "0101ff" + "30080401aa0403010203").bytes();
    assertThat(Line.TYPE.encode(Line.TYPE.decode(der))).isEqualTo(der);
    int refused = 0;
    for (int at = 0; at < der.length; at++) {
      for (int octet = 0; octet < 256; octet++) {
        byte[] changed = der.clone();
        changed[at] = (byte) octet;
        try {
          assertThat(Line.TYPE.encode(Line.TYPE.decode(changed))).isEqualTo(changed);
        } catch (Asn1Exception e) {
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(der.length * 100);
  }

  @Test
  void tellsTheTraceOfEveryNamedPart() {
    List<String> parts = new ArrayList<>();
    Trace trace =
        new Trace() {
          @Override
          public void begin(String name, String type, int offset, int tag) {
            parts.add("%s %s %d %02x".formatted(name, type, offset, tag));
          }

          @Override
          public void end(int offset, Object value) {
            parts.add("end %d".formatted(offset));
          }
        };
    byte[] der = Der.ofHex("3008" + "020107" + "30030401aa").bytes();

    Line.TYPE.decode(der, Limits.PEER, trace);

    assertThat(parts)
        .containsExactly(
            "Line Line 0 30",
            "number INTEGER 2 02", "end 5",
            "note UTF8String 5 30", "end 5",
            "gift BOOLEAN 5 30", "end 5",
            "salts SEQUENCE OF OCTET STRING 5 30",
            "[0] OCTET STRING 7 04", "end 10",
            "end 10",
            "end 10");
  }

  @Test
  void refusesAnEnumerationWithAnUnknownCode() {
    Tagged<Thread.State> type =
        Asn1.enumerated("State", Thread.State.values(), Thread.State::ordinal);
    assertThat(accepted(type, "0a0101")).isEqualTo(Thread.State.RUNNABLE);
    assertRefused(type, "0a0107").contains("State has no value 7");
    assertRefused(type, "0a050100000000");
    assertRefused(type, "0a020001").contains("not minimal");
  }
}
