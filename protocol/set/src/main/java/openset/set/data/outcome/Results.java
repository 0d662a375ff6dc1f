package openset.set.data.outcome;

import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.operator.EncK;

/**
 * What came of one authorization.
 *
 * <pre>
 * Results ::= SEQUENCE {
 *   acqCardMsg      [0] EncK{AcqCardCodeMsg} OPTIONAL,
 *   authStatus      [1] AuthStatus OPTIONAL,
 *   capStatus       [2] CapStatus OPTIONAL,
 *   credStatusSeq   [3] SEQUENCE SIZE(1..MAX) OF CredStatus OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param acqCardMsg as it came in AuthRes
 */
public record Results(
    Optional<EncK<AcqCardCodeMsg>> acqCardMsg,
    Optional<AuthStatus> authStatus,
    Optional<CapStatus> capStatus,
    Optional<List<CredStatus>> credStatusSeq) {
  public static final Tagged<Results> TYPE =
      Sequence.sequence(
          "Results",
          optional("acqCardMsg", EncK.<AcqCardCodeMsg>type().implicit(0), Results::acqCardMsg),
          optional("authStatus", AuthStatus.TYPE.implicit(1), Results::authStatus),
          optional("capStatus", CapStatus.TYPE.implicit(2), Results::capStatus),
          optional(
              "credStatusSeq",
              Repeated.sequenceOf(CredStatus.TYPE, 1).implicit(3),
              Results::credStatusSeq),
          Results::new);
}
