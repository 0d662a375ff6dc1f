package openset.testkit.vector;

import java.util.Optional;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthRevTags;
import openset.set.message.AuthRevReq;
import openset.set.message.AuthRevRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.ProcessAuthRevReq;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.merchant.ProcessAuthRevRes;
import openset.testkit.world.World;

/** What our code says to a reversal of a vector. */
record ReadingReversals(Shelf shelf, Vector vector, MessageWrapper wrapper, Means means) {
  Optional<Reading.Verdict> byGateway(AuthRevReq request) throws Refused {
    CurrencyAmount authorized = vector.need("amount", CurrencyAmount.TYPE);
    ProcessCapReq.Known known =
        new ProcessCapReq.Known(authorized, CurrencyAmount.zero(authorized.currency()));
    ProcessAuthRevReq.Outcome outcome =
        ProcessAuthRevReq.process(
            wrapper,
            request,
            Optional.of(known),
            shelf.opening(vector.need("world"), "gateway"),
            means);
    return outcome instanceof ProcessAuthRevReq.Outcome.NotAgreed not
        ? Optional.of(Reading.Verdict.of("refused " + not.authRevCode(), not.rule()))
        : Optional.empty();
  }

  void byMerchant(AuthRevRes answer) throws Refused {
    ProcessAuthRevRes.process(
        wrapper,
        answer,
        new ProcessAuthRevRes.Asked(
            vector.need("tags", AuthRevTags.TYPE),
            vector.need("amount", CurrencyAmount.TYPE),
            new BrandID(World.BRAND),
            CertThumb.of(shelf.certificate(vector.need("world"), "merchant-sign")),
            shelf.opening(vector.need("world"), "merchant")),
        means);
  }
}
