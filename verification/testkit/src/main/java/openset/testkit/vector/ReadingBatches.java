package openset.testkit.vector;

import java.util.List;
import java.util.Optional;
import openset.set.Refused;
import openset.set.data.BrandAndBIN;
import openset.set.data.BrandID;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.RRTags;
import openset.set.message.BatchAdminReq;
import openset.set.message.BatchAdminRes;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertReq;
import openset.set.message.PCertRes;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.ProcessBatchAdminReq;
import openset.set.treatment.gateway.ProcessPCertReq;
import openset.set.treatment.merchant.CreateBatchAdminReq;
import openset.set.treatment.merchant.ProcessBatchAdminRes;
import openset.set.treatment.merchant.ProcessPCertRes;
import openset.testkit.world.World;

/** What our code says to a message about a batch or a gateway's certificate of a vector. */
record ReadingBatches(Shelf shelf, Vector vector, MessageWrapper wrapper, Means means) {
  private static final BrandID BRAND = new BrandID(World.BRAND);

  void byGateway(BatchAdminReq request) throws Refused {
    ProcessBatchAdminReq.process(
        wrapper, request, shelf.opening(vector.need("world"), "gateway"), means);
  }

  void byGateway(PCertReq request) throws Refused {
    String world = vector.need("world");
    Keyring keys =
        new Keyring(
            List.of(shelf.signing(world, "gateway")), List.of(shelf.opening(world, "gateway")));
    ProcessPCertReq.process(
        wrapper,
        request,
        new Means(means.now(), means.randomness(), means.trust(), keys, means.policy()));
  }

  void byMerchant(BatchAdminRes answer) throws Refused {
    ProcessBatchAdminRes.process(
        wrapper,
        answer,
        new ProcessBatchAdminRes.Asked(
            vector.need("tags", RRTags.TYPE),
            CreateBatchAdminReq.Wish.totals(Optional.of(vector.need("batch", BatchID.TYPE))),
            BRAND,
            shelf.opening(vector.need("world"), "merchant")),
        means);
  }

  void byMerchant(PCertRes answer) throws Refused {
    ProcessPCertRes.process(
        wrapper,
        answer,
        new ProcessPCertRes.Asked(
            vector.need("tags", RRTags.TYPE),
            List.of(BrandAndBIN.of(BRAND)),
            BRAND,
            List.of()),
        means);
  }
}
