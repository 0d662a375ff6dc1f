package openset.cardholder.purchase;

import static openset.conduct.Moves.Who.cardholder;
import static openset.conduct.Moves.Who.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openset.conduct.Moves;
import openset.conduct.Moves.Move;

/** What may come next in each state of a purchase. */
public final class PurchaseMoves {
  /** By state. */
  public static final Moves<Purchase> TABLE = new Moves<>(Purchase.class, table());

  private PurchaseMoves() {}

  private static Map<Class<? extends Purchase>, List<Move<Purchase>>> table() {
    Map<Class<? extends Purchase>, List<Move<Purchase>>> moves = new LinkedHashMap<>();
    Class<? extends Purchase> stopped = Purchase.Stopped.class;
    moves.put(
        Purchase.Started.class,
        List.of(
            new Move<>(
                shop,
                "makes its signed offer; what breaks a rule stops the purchase",
                "给出签名报价；违反规则则停止购买",
                List.of(Purchase.Offered.class, stopped))));
    moves.put(
        Purchase.Offered.class,
        List.of(
            new Move<>(
                cardholder,
                "approves, and signs order and payment; or says no",
                "批准并签署订单与付款；或拒绝",
                List.of(Purchase.Ordered.class, Purchase.Cancelled.class, stopped))));
    moves.put(Purchase.Cancelled.class, List.of());
    moves.put(
        Purchase.Ordered.class,
        List.of(
            new Move<>(
                shop,
                "brings the gateway's receipt, or its own word only",
                "转交网关回执，或仅有商家自己的说法",
                List.of(
                    Purchase.Confirmed.class,
                    Purchase.Declined.class,
                    Purchase.NotConfirmed.class,
                    stopped))));
    Move<Purchase> asks =
        new Move<>(
            cardholder,
            "asks the merchant how it stands; a receipt that was proved is never replaced",
            "向商家查询状态；已验证的回执绝不会被替换",
            List.of(
                Purchase.NotConfirmed.class,
                Purchase.Confirmed.class,
                Purchase.Declined.class));
    moves.put(Purchase.Confirmed.class, List.of(stays(Purchase.Confirmed.class)));
    moves.put(Purchase.Declined.class, List.of(stays(Purchase.Declined.class)));
    moves.put(Purchase.NotConfirmed.class, List.of(asks));
    moves.put(stopped, List.of(stays(stopped)));
    return moves;
  }

  private static Move<Purchase> stays(Class<? extends Purchase> state) {
    return new Move<>(
        cardholder,
        "asks the merchant how it stands, where something was signed",
        "如已签署，可向商家查询状态",
        List.of(state));
  }
}
