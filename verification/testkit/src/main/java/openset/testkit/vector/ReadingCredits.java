package openset.testkit.vector;

import java.util.List;
import java.util.Optional;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.sale.RRTags;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.CapRevOrCredRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.Booked;
import openset.set.treatment.gateway.ProcessCapRevOrCredReq;
import openset.set.treatment.merchant.ProcessCapRevOrCredRes;
import openset.testkit.world.World;

/** What our code says to a vector about money that goes back. */
record ReadingCredits(Shelf shelf, Vector vector, MessageWrapper wrapper, Means means) {
  Optional<Reading.Verdict> byGateway(CapRevOrCredReq request) throws Refused {
    ProcessCapRevOrCredReq.Request asked =
        ProcessCapRevOrCredReq.process(
            wrapper, request, shelf.opening(vector.need("world"), "gateway"), means);
    return switch (asked.items().getFirst()) {
      case ProcessCapRevOrCredReq.Item.NotProved not -> Optional.of(verdict(not.not()));
      case ProcessCapRevOrCredReq.Item.Proved(var item) ->
          books().judge(asked.kind(), item).map(ReadingCredits::verdict);
    };
  }

  private static Reading.Verdict verdict(ProcessCapRevOrCredReq.Not not) {
    return Reading.Verdict.of("refused " + not.code(), not.rule());
  }

  private Booked books() {
    Booked.Entry captured =
        Booked.Entry.of(
            vector.need("captured", RRPID.TYPE), vector.need("amount", CurrencyAmount.TYPE));
    List<Booked.Entry> credits =
        vector.get("credited").isEmpty()
            ? List.of()
            : List.of(
                Booked.Entry.of(
                    vector.need("credited", RRPID.TYPE),
                    vector.need("credit", CurrencyAmount.TYPE)));
    return new Booked(List.of(captured), credits);
  }

  void byMerchant(CapRevOrCredRes answer) throws Refused {
    ProcessCapRevOrCredRes.process(
        wrapper,
        answer,
        new ProcessCapRevOrCredRes.Asked(
            CapRevOrCred.of(answer),
            vector.need("tags", RRTags.TYPE),
            List.of(vector.need("item", CapRevOrCredReqItem.TYPE)),
            new BrandID(World.BRAND),
            shelf.opening(vector.need("world"), "merchant")),
        means);
  }
}
