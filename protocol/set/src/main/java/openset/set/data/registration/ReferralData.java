package openset.set.data.registration;

import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.SETString;
import openset.set.data.URL;

/**
 * Where to register instead.
 *
 * <pre>
 * ReferralData ::= SEQUENCE {
 *   reason           [0] EXPLICIT SETString{128} OPTIONAL,
 *   referralURLSeq   [1] SEQUENCE SIZE(1..MAX) OF URL OPTIONAL }
 * </pre>
 */
public record ReferralData(Optional<String> reason, Optional<List<URL>> referralURLSeq) {
  public static final Tagged<ReferralData> TYPE =
      Sequence.sequence(
          "ReferralData",
          optional("reason", SETString.type(128).explicit(0), ReferralData::reason),
          optional(
              "referralURLSeq",
              Repeated.sequenceOf(URL.TYPE, 1).implicit(1),
              ReferralData::referralURLSeq),
          ReferralData::new);
}
