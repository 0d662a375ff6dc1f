package openset.merchant.batch;

import static openset.asn1.Field.field;

import java.nio.charset.StandardCharsets;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.sale.BatchID;
import openset.store.ConversationKey;

/**
 * Which batch: its number means something within our account at an acquirer only.
 *
 * <pre>
 * BatchName ::= SEQUENCE {
 *   account   VisibleString (SIZE(1..42)),
 *   batchID   BatchID }
 * </pre>
 *
 * @param account {@code BIN/number}
 */
public record BatchName(String account, BatchID batchID) {
  static final Tagged<BatchName> TYPE =
      Sequence.sequence(
          "BatchName",
          field("account", Asn1.sized(Asn1.VISIBLE_STRING, 1, 42), BatchName::account),
          field("batchID", BatchID.TYPE, BatchName::batchID),
          BatchName::new);

  /** What it is called outside: {@code BIN-number-7}. */
  public String word() {
    return account.replace('/', '-') + "-" + batchID.number();
  }

  ConversationKey key() {
    return ConversationKey.of(word().getBytes(StandardCharsets.US_ASCII));
  }
}
