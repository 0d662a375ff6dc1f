package openset.authority.registration;

import java.util.List;
import java.util.Optional;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.LocalID;
import openset.set.data.registration.IDData;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.message.MeAqCInitReq;
import openset.set.treatment.Means;
import openset.set.treatment.authority.Begun;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateMeAqCInitRes;
import openset.set.treatment.authority.ProcessMeAqCInitReq;

/** Begins registrations of merchants and gateways: who has an acquirer we ask gets a form. */
record Contracts(Banks banks, Rules rules, Means means) {
  Step<Registration> begin(
      Optional<Registration> state, Input.Received received, MeAqCInitReq request)
      throws Refused {
    RegistrationDesk.fresh(state);
    CaCredentials ca = ProcessMeAqCInitReq.process(received.wrapper(), request, means);
    CreateMeAqCInitRes.Created created =
        CreateMeAqCInitRes.create(
            request,
            new CreateMeAqCInitRes.What(page(request.idData()), Optional.empty()),
            ca,
            means);
    Registration next =
        created
            .given()
            .<Registration>map(given -> new Registration.FormShown(given, "", List.of()))
            .orElseGet(() -> referred(request));
    return Step.to(next, new Effect.Answer(request.rrpid(), created.wrapper()));
  }

  private RegFormOrReferral page(IDData idData) {
    BIN acquirer =
        switch (idData) {
          case IDData.Merchant merchant -> merchant.id().merchantBIN();
          case IDData.Acquirer gateway -> gateway.id().acquirerBIN();
        };
    if (banks.acquirer(acquirer).isEmpty()) return FormPages.referral();
    return idData instanceof IDData.Merchant
        ? FormPages.merchant(rules.policy())
        : FormPages.gateway(rules.policy());
  }

  /** Over: nobody is told the label under which it could go on. */
  private Registration referred(MeAqCInitReq request) {
    LocalID untold = LocalID.of(means.randomness().bytes(LocalID.OCTETS_MAX));
    return new Registration.Begun(new Begun(request.lidEE(), untold, request.brandID()));
  }
}
