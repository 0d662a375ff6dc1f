package openset.http.merchant;

import openset.http.HttpRefused;
import openset.merchant.sale.Sale;

/** Parcels that wait for an authorization of their own, {@code spec/authtoken.md}. */
final class Parcels {
  private Parcels() {}

  /** Refuses where the gateway did not authorize the parcel, so that nothing was shipped. */
  static void authorized(Sale after) throws HttpRefused {
    if (after instanceof Sale.Authorized sale && sale.refused().isPresent()) {
      throw new HttpRefused(
          409, "Ship-04", "The parcel was not authorized: " + sale.refused().get() + ".");
    }
  }
}
