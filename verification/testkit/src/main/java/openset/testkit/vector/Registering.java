package openset.testkit.vector;

import java.util.List;
import openset.set.Refused;
import openset.set.message.CardCInitReq;
import openset.set.message.CardCInitRes;
import openset.set.message.CertInqReq;
import openset.set.message.CertInqRes;
import openset.set.message.CertReq;
import openset.set.message.CertRes;
import openset.set.message.MeAqCInitReq;
import openset.set.message.MeAqCInitRes;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormReq;
import openset.set.message.RegFormRes;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.authority.Begun;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.authority.ProcessCardCInitReq;
import openset.set.treatment.authority.ProcessCertInqReq;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.ProcessMeAqCInitReq;
import openset.set.treatment.authority.ProcessRegFormReq;
import openset.set.treatment.authority.Standing;
import openset.set.treatment.endentity.CreateCardCInitReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateMeAqCInitReq;
import openset.set.treatment.endentity.CreateRegFormReq;
import openset.set.treatment.endentity.ProcessCardCInitRes;
import openset.set.treatment.endentity.ProcessCertRes;
import openset.set.treatment.endentity.ProcessMeAqCInitRes;
import openset.set.treatment.endentity.ProcessRegFormRes;

/** What our code says to a message of a registration. */
final class Registering {
  private final Shelf shelf;
  private final Vector vector;
  private final MessageWrapper wrapper;
  private final Means means;

  Registering(Shelf shelf, Vector vector, MessageWrapper wrapper, Means means) {
    this.shelf = shelf;
    this.vector = vector;
    this.wrapper = wrapper;
    this.means = means;
  }

  /** Whether it is for an authority, or from one. */
  boolean concerned() {
    return switch (wrapper.message()) {
      case CardCInitReq _, RegFormReq _, MeAqCInitReq _, CertReq _, CertInqReq _ -> true;
      case CardCInitRes _, RegFormRes _, MeAqCInitRes _, CertRes _, CertInqRes _ -> true;
      default -> false;
    };
  }

  /** The verdict of whoever it is for. */
  Reading.Verdict verdict() throws Refused {
    return switch (vector.need("reader")) {
      case "cca", "mca", "pca" -> byAuthority();
      default -> byEndEntity();
    };
  }

  private Reading.Verdict byAuthority() throws Refused {
    CaCredentials ca = shelf.authority(vector.need("world"), vector.need("reader"));
    Means own =
        new Means(
            means.now(),
            means.randomness(),
            means.trust(),
            new Keyring(List.of(ca.signing()), List.of(ca.opening())),
            means.policy());
    switch (wrapper.message()) {
      case CardCInitReq request -> ProcessCardCInitReq.process(wrapper, request, own);
      case MeAqCInitReq request -> ProcessMeAqCInitReq.process(wrapper, request, own);
      case RegFormReq request ->
          ProcessRegFormReq.process(wrapper, request, vector.need("begun", Begun.TYPE), ca, own);
      case CertReq request -> {
        if (ProcessCertReq.process(
                wrapper, request, vector.need("form", FormGiven.TYPE), ca, own)
            instanceof ProcessCertReq.Outcome.NotProved not) {
          return Reading.Verdict.of("refused " + not.status(), not.rule());
        }
      }
      case CertInqReq request ->
          ProcessCertInqReq.process(
              wrapper, request, vector.need("standing", Standing.TYPE), own);
      default -> throw new IllegalStateException(vector.path() + ": reader");
    }
    return Reading.Verdict.of("success", "");
  }

  private Reading.Verdict byEndEntity() throws Refused {
    switch (wrapper.message()) {
      case CardCInitRes answer ->
          ProcessCardCInitRes.process(
              wrapper, answer, vector.need("asked", CreateCardCInitReq.Asked.TYPE), means);
      case RegFormRes answer ->
          ProcessRegFormRes.process(
              wrapper, answer, vector.need("asked", CreateRegFormReq.Asked.TYPE), means);
      case MeAqCInitRes answer ->
          ProcessMeAqCInitRes.process(
              wrapper, answer, vector.need("asked", CreateMeAqCInitReq.Asked.TYPE), means);
      case CertRes answer -> told(answer);
      case CertInqRes answer -> told(answer.certRes());
      default -> throw new IllegalStateException(vector.path() + ": reader");
    }
    return Reading.Verdict.of("success", "");
  }

  private void told(CertRes answer) throws Refused {
    ProcessCertRes.process(
        wrapper, answer, vector.need("asked", CreateCertReq.Asked.TYPE), means);
  }
}
