package openset.set.data.sale;

import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;

/**
 * How often the cardholder allows the merchant to charge.
 *
 * <pre>
 * InstallRecurInd ::= CHOICE {
 *   installTotalTrans   [0] INTEGER (2..999),
 *   recurring           [1] Recurring }
 * </pre>
 */
public sealed interface InstallRecurInd {
  Asn1Type<InstallRecurInd> TYPE =
      Choice.choice(
          "InstallRecurInd",
          Choice.alternative(
              "installTotalTrans",
              InstallTotalTrans.class,
              Asn1.integer(2, 999).implicit(0),
              InstallTotalTrans::new,
              InstallTotalTrans::count),
          Choice.alternative(
              "recurring",
              AsRecurring.class,
              Recurring.TYPE.implicit(1),
              AsRecurring::new,
              AsRecurring::recurring));

  /** Instalments: at most so many authorizations. */
  record InstallTotalTrans(int count) implements InstallRecurInd {
    /** Refuses what are no instalments. */
    public InstallTotalTrans {
      if (count < 2 || count > 999) throw new IllegalArgumentException("instalments");
    }
  }

  /** Again and again, such as a subscription. */
  record AsRecurring(Recurring recurring) implements InstallRecurInd {}
}
