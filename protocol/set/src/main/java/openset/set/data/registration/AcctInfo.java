package openset.set.data.registration;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.set.SetOid;
import openset.set.data.card.PANData0;
import openset.set.operator.Content;

/**
 * The account behind a request for a certificate, as the CA alone sees it.
 *
 * <pre>
 * AcctInfo ::= CHOICE {
 *   panData0   [0] EXPLICIT PANData0,
 *   acctData   [1] EXPLICIT AcctData }
 * </pre>
 */
public sealed interface AcctInfo {
  Asn1Type<AcctInfo> TYPE =
      Choice.choice(
          "AcctInfo",
          Choice.alternative(
              "panData0", Card.class, PANData0.TYPE.explicit(0), Card::new, Card::panData0),
          Choice.alternative(
              "acctData", Account.class, AcctData.TYPE.explicit(1), Account::new, Account::data));

  /** As content: digested under this content type. */
  Content<AcctInfo> CONTENT = new Content<>(SetOid.ACCT_INFO, TYPE);

  /** A card. */
  record Card(PANData0 panData0) implements AcctInfo {}

  /** The account of a merchant or gateway. */
  record Account(AcctData data) implements AcctInfo {}
}
