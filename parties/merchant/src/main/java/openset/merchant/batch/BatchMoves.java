package openset.merchant.batch;

import static openset.conduct.Moves.Who.gateway;
import static openset.conduct.Moves.Who.merchant;
import static openset.conduct.Moves.Who.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openset.conduct.Moves;
import openset.conduct.Moves.Move;

/** What may come next in each state of a batch. */
public final class BatchMoves {
  /** By state. */
  public static final Moves<Batch> TABLE = new Moves<>(Batch.class, table());

  private BatchMoves() {}

  private static Map<Class<? extends Batch>, List<Move<Batch>>> table() {
    Move<Batch> compare =
        move("compares our totals with the gateway's", "与网关核对合计");
    Move<Batch> close =
        new Move<>(
            shop,
            "closes it at the end of the day, where both sides agree; people may do so before",
            "每日结束时在双方一致的情况下关闭；人员可提前关闭",
            List.of(Batch.Asking.class));
    Move<Batch> anyway = move("closes it as the gateway reckons it", "按网关账目关闭");
    Move<Batch> purge =
        move(
            "sets items aside that no bank booked, and brings them back",
            "搁置银行未入账的项目，也可恢复");
    Map<Class<? extends Batch>, List<Move<Batch>>> moves = new LinkedHashMap<>();
    moves.put(
        Batch.Asking.class,
        List.of(
            new Move<>(
                gateway,
                "answers; it is asked until it does",
                "答复；在其答复之前持续询问",
                List.of(
                    Batch.Agrees.class,
                    Batch.Differs.class,
                    Batch.Closed.class,
                    Batch.Refused.class))));
    moves.put(Batch.Agrees.class, List.of(compare, close, purge));
    moves.put(Batch.Differs.class, List.of(compare, close, anyway, purge));
    moves.put(Batch.Closed.class, List.of(compare));
    moves.put(Batch.Refused.class, List.of(compare, close, anyway, purge));
    return moves;
  }

  private static Move<Batch> move(String english, String chinese) {
    return new Move<>(merchant, english, chinese, List.of(Batch.Asking.class));
  }
}
