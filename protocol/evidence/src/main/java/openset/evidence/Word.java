package openset.evidence;

import static openset.asn1.Choice.alternative;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.AuthResData;
import openset.set.data.auth.AuthRevResBaggage;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.capture.CapResData;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.PResData;
import openset.set.operator.Linked;
import openset.set.operator.Signed;

/**
 * What gateway or merchant said about a purchase after the cardholder agreed, under its signature
 * and out of every envelope. What was sealed beside it is here by its digest alone.
 *
 * <pre>
 * Word ::= CHOICE {
 *   authRes      [0] EXPLICIT S { P, L{AuthResData, AuthResBaggage} },
 *   receipt      [1] EXPLICIT S { P, AcqCardCodeMsg },
 *   capRes       [2] EXPLICIT S { P, CapResData },
 *   authRevRes   [3] EXPLICIT S { P, AuthRevResData },
 *   authReduced  [4] EXPLICIT S { P, L{AuthRevResData, AuthRevResBaggage} },
 *   pRes         [5] EXPLICIT S { M, PResData },
 *   claim        [6] EXPLICIT S { M, Claim },
 *   capRevRes    [7] EXPLICIT S { P, CapRevResData },
 *   credRes      [8] EXPLICIT S { P, CredResData },
 *   credRevRes   [9] EXPLICIT S { P, CredRevResData } }
 * </pre>
 */
public sealed interface Word {
  /** The gateway to the merchant: the decision. */
  record AuthRes(Signed<Linked<AuthResData, AuthResBaggage>> signed) implements Word {}

  /** The gateway to the cardholder: the decision, with the digest of the order half. */
  record Receipt(Signed<AcqCardCodeMsg> signed) implements Word {}

  /** The gateway to the merchant: what was captured. */
  record CapRes(Signed<CapResData> signed) implements Word {}

  /** The gateway to the merchant: all was given back, or nothing. */
  record AuthRevRes(Signed<AuthRevResData> signed) implements Word {}

  /** The gateway to the merchant: some was given back. */
  record AuthReduced(Signed<Linked<AuthRevResData, AuthRevResBaggage>> signed)
      implements Word {}

  /** The merchant to the cardholder, as PRes or InqRes. */
  record PRes(Signed<PResData> signed) implements Word {}

  /** What the merchant states for this bundle. */
  record Stated(Signed<Claim> signed) implements Word {}

  /** The gateway to the merchant: captures taken back. */
  record CapRevRes(Signed<CapRevOrCredResData> signed) implements Word {}

  /** The gateway to the merchant: money given back to the cardholder. */
  record CredRes(Signed<CapRevOrCredResData> signed) implements Word {}

  /** The gateway to the merchant: credits taken back. */
  record CredRevRes(Signed<CapRevOrCredResData> signed) implements Word {}

  /** Its ASN.1 above. */
  Asn1Type<Word> TYPE =
      Choice.choice(
          "Word",
          alternative(
              "authRes",
              AuthRes.class,
              Signed.<Linked<AuthResData, AuthResBaggage>>type().explicit(0),
              AuthRes::new,
              AuthRes::signed),
          alternative(
              "receipt",
              Receipt.class,
              Signed.<AcqCardCodeMsg>type().explicit(1),
              Receipt::new,
              Receipt::signed),
          alternative(
              "capRes",
              CapRes.class,
              Signed.<CapResData>type().explicit(2),
              CapRes::new,
              CapRes::signed),
          alternative(
              "authRevRes",
              AuthRevRes.class,
              Signed.<AuthRevResData>type().explicit(3),
              AuthRevRes::new,
              AuthRevRes::signed),
          alternative(
              "authReduced",
              AuthReduced.class,
              Signed.<Linked<AuthRevResData, AuthRevResBaggage>>type().explicit(4),
              AuthReduced::new,
              AuthReduced::signed),
          alternative(
              "pRes", PRes.class, Signed.<PResData>type().explicit(5), PRes::new, PRes::signed),
          alternative(
              "claim",
              Stated.class,
              Signed.<Claim>type().explicit(6),
              Stated::new,
              Stated::signed),
          alternative(
              "capRevRes",
              CapRevRes.class,
              Signed.<CapRevOrCredResData>type().explicit(7),
              CapRevRes::new,
              CapRevRes::signed),
          alternative(
              "credRes",
              CredRes.class,
              Signed.<CapRevOrCredResData>type().explicit(8),
              CredRes::new,
              CredRes::signed),
          alternative(
              "credRevRes",
              CredRevRes.class,
              Signed.<CapRevOrCredResData>type().explicit(9),
              CredRevRes::new,
              CredRevRes::signed));

  /** The signed message. */
  Signed<?> signed();
}
