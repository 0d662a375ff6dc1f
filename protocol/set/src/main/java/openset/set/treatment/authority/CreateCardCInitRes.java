package openset.set.treatment.authority;

import java.util.Optional;
import openset.set.data.LocalID;
import openset.set.data.registration.CardCInitResTBS;
import openset.set.message.CardCInitReq;
import openset.set.message.CardCInitRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationHeader;

/** Makes CardCInitRes, {@code spec/registration.md}: which certificate to seal to, proved. */
public final class CreateCardCInitRes {
  private CreateCardCInitRes() {}

  /** The answer, and what the CCA keeps. */
  public record Created(MessageWrapper wrapper, Begun begun) {}

  /** Answers a request that {@link ProcessCardCInitReq} let through. */
  public static Created create(CardCInitReq request, CaCredentials ca, Means means) {
    // CardCInitRes-A-01: a new label for every registration; what was asked comes back.
    LocalID lidCA = LocalID.of(means.randomness().bytes(LocalID.OCTETS_MAX));
    CardCInitResTBS data =
        new CardCInitResTBS(
            request.rrpid(),
            request.lidEE(),
            request.challEE(),
            Optional.of(lidCA),
            ca.caeThumb(),
            ca.brandCrlIdentifier(request.thumbs(), means),
            request.thumbs());
    // CardCInitRes-A-02: our certificates and all CRLs go along, but for what the wallet has.
    CardCInitRes answer =
        new CardCInitRes(
            S.sign(ca.signatory(request.thumbs(), means), CardCInitResTBS.CONTENT, data));
    return new Created(
        RegistrationHeader.wrap(
            answer, request.rrpid(), request.lidEE(), Optional.of(lidCA), means),
        new Begun(request.lidEE(), lidCA, request.brandID()));
  }
}
