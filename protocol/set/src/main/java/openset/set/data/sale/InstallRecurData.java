package openset.set.data.sale;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.MsgExtensions;

/**
 * The cardholder's leave for instalments or recurring payments. Cardholder and merchant both state
 * it, and both must say the same. The issuer is told which of the two it is, and no more (HL-27).
 *
 * <pre>
 * InstallRecurData ::= SEQUENCE {
 *   installRecurInd   InstallRecurInd,
 *   irExtensions      [0] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>SET says how far apart recurring payments are and leaves that open for instalments; the
 * extension {@link SetOid#INSTALMENT_DAYS}, not critical, says it: INTEGER (1..366).
 */
public record InstallRecurData(
    InstallRecurInd installRecurInd, Optional<MsgExtensions> irExtensions) {
  public static final Tagged<InstallRecurData> TYPE =
      Sequence.sequence(
          "InstallRecurData",
          field("installRecurInd", InstallRecurInd.TYPE, InstallRecurData::installRecurInd),
          optional("irExtensions", MsgExtensions.TYPE.implicit(0), InstallRecurData::irExtensions),
          InstallRecurData::new);

  /** The value of the extension that says how far apart instalments are. */
  public static final Tagged<Integer> DAYS = Asn1.integer(1, 366);

  /**
   * Instalments.
   *
   * @param count of all payments, 2 to 999
   * @param days at least so many between two of them, 1 to 366
   */
  public static InstallRecurData instalments(int count, int days) {
    MsgExtensions.MsgExtension apart =
        new MsgExtensions.MsgExtension(
            SetOid.INSTALMENT_DAYS, false, Der.of(DAYS.encode(days)));
    return new InstallRecurData(
        new InstallRecurInd.InstallTotalTrans(count),
        Optional.of(new MsgExtensions(List.of(apart))));
  }

  /** The same payment again and again. */
  public static InstallRecurData recurring(Recurring recurring) {
    return new InstallRecurData(new InstallRecurInd.AsRecurring(recurring), Optional.empty());
  }

  /** Least number of days between two payments; empty where nothing is said that can be read. */
  public Optional<Integer> days() {
    return switch (installRecurInd) {
      case InstallRecurInd.AsRecurring(var recurring) ->
          Optional.of(recurring.recurringFrequency());
      case InstallRecurInd.InstallTotalTrans _ ->
          irExtensions
              .flatMap(extensions -> extensions.value(SetOid.INSTALMENT_DAYS))
              .flatMap(InstallRecurData::apart);
    };
  }

  /** One that cannot be read says nothing here; who checks the message refuses it (EXT-01). */
  private static Optional<Integer> apart(Der value) {
    try {
      return Optional.of(DAYS.decode(value.bytes()));
    } catch (Asn1Exception e) {
      return Optional.empty();
    }
  }
}
