package openset.set.data.sale;

import static openset.asn1.Field.field;

import java.time.Instant;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Date;

/**
 * Leave to charge again at intervals until a day.
 *
 * <pre>
 * Recurring ::= SEQUENCE {
 *   recurringFrequency   INTEGER (1..366),
 *   recurringExpiry      Date }
 * </pre>
 *
 * @param recurringFrequency least number of days between two authorizations; 28 means monthly
 * @param recurringExpiry no authorization after this
 */
public record Recurring(int recurringFrequency, Instant recurringExpiry) {
  public static final Tagged<Recurring> TYPE =
      Sequence.sequence(
          "Recurring",
          field("recurringFrequency", Asn1.integer(1, 366), Recurring::recurringFrequency),
          field("recurringExpiry", Date.TYPE, Recurring::recurringExpiry),
          Recurring::new);
}
