package openset.merchant.sale;

import openset.merchant.plan.PlanPace;
import openset.merchant.shop.PlacedOrder;

/**
 * How a merchant asks for the money of an order.
 *
 * @param eachParcel whether an order of several lines is authorized parcel by parcel: first the
 *     first line, then what is shipped when it is shipped (split shipment)
 * @param atOnce whether goods that are handed out at once are authorized and captured in one (sale)
 * @param again whether a token for further authorizations is asked for with each, so that one that
 *     expired, or that the bank gave in part, can be asked for again
 * @param unsigned whether orders are taken that no cardholder signed, where the gateway takes them;
 *     then nothing proves that the cardholder agreed
 * @param plans how often a payment of a plan is asked for again
 */
public record Practice(
    boolean eachParcel, boolean atOnce, boolean again, boolean unsigned, PlanPace plans) {
  /** All at the order, captured when it is shipped. */
  public static final Practice PLAIN = new Practice(false, false, false);

  /** A practice under which payments of plans are asked for again at the usual pace. */
  public Practice(boolean eachParcel, boolean atOnce, boolean again) {
    this(eachParcel, atOnce, again, PlanPace.USUAL);
  }

  /** A practice that takes signed orders only. */
  public Practice(boolean eachParcel, boolean atOnce, boolean again, PlanPace plans) {
    this(eachParcel, atOnce, again, false, plans);
  }

  /** The same, which takes orders that nobody signed, or does not. */
  public Practice takingUnsigned(boolean taken) {
    return new Practice(eachParcel, atOnce, again, taken, plans);
  }

  /** Whether payments of this order are authorized and captured in one. */
  boolean isSale(PlacedOrder order) {
    return atOnce && order.digital().size() == order.offer().value().lines().size();
  }

  boolean wantsToken() {
    return eachParcel || again;
  }
}
