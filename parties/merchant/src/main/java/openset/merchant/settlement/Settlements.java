package openset.merchant.settlement;

import java.io.IOException;
import java.util.List;
import openset.evidence.Claim;
import openset.set.data.BrandID;
import openset.set.data.XID;

/** The statements of a merchant's acquirers, as far as they concern one purchase. */
@FunctionalInterface
public interface Settlements {
  /** Of a merchant that asks no acquirer. */
  Settlements NONE = (_, _) -> List.of();

  /**
   * The captures of a purchase that the brand's acquirer has settled.
   *
   * @throws IOException when the acquirer cannot be asked
   */
  List<Claim.SettlementLine> of(BrandID brandID, XID xid) throws IOException;
}
