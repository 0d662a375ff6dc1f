package openset.http.issuer;

import openset.http.Call;
import openset.http.HttpRefused;
import openset.issuer.card.AccountId;

/** What routes for the bank's people have in common. */
final class Staff {
  private Staff() {}

  /** Who calls, for the audit. */
  static String name(Call<?> call) {
    return call.peer().client().orElseThrow().name();
  }

  /** The account that the path names. */
  static AccountId account(Call<?> call) throws HttpRefused {
    try {
      return AccountId.of(call.part("id"));
    } catch (IllegalArgumentException e) {
      throw HttpRefused.notFound();
    }
  }
}
