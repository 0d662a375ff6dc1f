package openset.merchant.sale;

import static openset.conduct.Moves.Who.cardholder;
import static openset.conduct.Moves.Who.gateway;
import static openset.conduct.Moves.Who.merchant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openset.conduct.Moves;
import openset.conduct.Moves.Move;

/** What may come next in each state of a sale. */
public final class SaleMoves {
  /** By state. */
  public static final Moves<Sale> TABLE = new Moves<>(Sale.class, table());

  private SaleMoves() {}

  private static Map<Class<? extends Sale>, List<Move<Sale>>> table() {
    Map<Class<? extends Sale>, List<Move<Sale>>> moves = new LinkedHashMap<>();
    Move<Sale> again =
        new Move<>(
            cardholder,
            "asks for the offer again, perhaps with another card",
            "重新获取报价，可换另一张卡",
            List.of(Sale.Opened.class));
    Move<Sale> order =
        new Move<>(
            cardholder,
            "signs the order; another order or price than was offered is rejected",
            "签署订单；与报价不符的订单或金额将被拒绝",
            List.of(Sale.Authorizing.class, Sale.Rejected.class));
    Move<Sale> published =
        new Move<>(
            cardholder,
            "signs an order whose offer was published, without asking for it",
            "直接签署已公布报价的订单，无需再次获取报价",
            List.of(Sale.Authorizing.class, Sale.Rejected.class));
    moves.put(Sale.Opened.class, List.of(order, again));
    moves.put(Sale.Rejected.class, List.of(order, again));
    moves.put(
        Sale.Authorizing.class,
        List.of(
            new Move<>(
                gateway,
                "approves or declines; it is asked until it answers",
                "批准或拒绝；在其答复之前持续询问",
                List.of(Sale.Authorized.class, Sale.Declined.class))));
    moves.put(Sale.Declined.class, List.of(again, published));
    moves.put(Sale.Authorized.class, authorized());
    moves.put(Sale.Reversed.class, List.of());
    return moves;
  }

  private static List<Move<Sale>> authorized() {
    return List.of(
        new Move<>(
            merchant,
            "ships lines, which captures their share of the price",
            "发货，并按所发商品收款",
            List.of(Sale.Authorized.class)),
        new Move<>(
            merchant,
            "claims what was shipped and not captured",
            "对已发货但未收款的部分再次收款",
            List.of(Sale.Authorized.class)),
        new Move<>(
            merchant,
            "gives back what is held and will not be shipped; all of it where nothing was shipped",
            "释放不再发货的预授权金额；未发货时可全部释放",
            List.of(Sale.Authorized.class, Sale.Reversed.class)),
        new Move<>(
            merchant,
            "gives money back that was captured",
            "退还已收款项",
            List.of(Sale.Authorized.class)),
        new Move<>(
            merchant,
            "asks for the next payment of the plan that the cardholder signed, or ends the plan",
            "按持卡人签署的计划请求下一笔付款，或终止该计划",
            List.of(Sale.Authorized.class)),
        new Move<>(
            cardholder,
            "asks how the purchase stands",
            "查询购买状态",
            List.of(Sale.Authorized.class)));
  }
}
