package openset.gateway.authorization;

import static openset.conduct.Moves.Who.bank;
import static openset.conduct.Moves.Who.gateway;
import static openset.conduct.Moves.Who.merchant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openset.conduct.Moves;
import openset.conduct.Moves.Move;

/** What may come next in each state of an authorization. */
public final class AuthorizationMoves {
  /** By state. */
  public static final Moves<Authorization> TABLE =
      new Moves<>(Authorization.class, table());

  private AuthorizationMoves() {}

  private static Map<Class<? extends Authorization>, List<Move<Authorization>>> table() {
    Map<Class<? extends Authorization>, List<Move<Authorization>>> moves =
        new LinkedHashMap<>();
    moves.put(
        Authorization.Asking.class,
        List.of(
            new Move<>(
                bank,
                "approves or declines",
                "批准或拒绝",
                List.of(Authorization.Approved.class, Authorization.Declined.class)),
            new Move<>(
                gateway,
                "undoes what is not answered in time",
                "撤销未及时答复的请求",
                List.of(Authorization.Unknown.class))));
    moves.put(
        Authorization.Unknown.class,
        List.of(
            new Move<>(
                bank,
                "acknowledges that it is undone; it is asked until it does",
                "确认已撤销；在其确认之前持续询问",
                List.of(Authorization.Unknown.class))));
    moves.put(Authorization.Declined.class, List.of());
    moves.put(Authorization.Approved.class, approved());
    moves.put(Authorization.Reversed.class, List.of());
    return moves;
  }

  private static List<Move<Authorization>> approved() {
    return List.of(
        new Move<>(
            merchant,
            "captures, within what is approved",
            "在批准额度内收款",
            List.of(Authorization.Approved.class)),
        new Move<>(
            merchant,
            "gives it back, whole or in part, down to what was captured",
            "全部或部分释放，但不低于已收款额",
            List.of(Authorization.Approved.class, Authorization.Reversed.class)),
        new Move<>(
            merchant,
            "takes captures back, gives credits, and takes credits back",
            "撤销收款、退款，以及撤销退款",
            List.of(Authorization.Approved.class)));
  }
}
