package openset.http.merchant;

import java.time.InstantSource;
import java.util.Optional;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.http.keys.ClientName;
import openset.signin.ProgramKeys;
import openset.signin.Role;
import openset.signin.Role.Right;

/**
 * Which keys open which routes of the merchant's API.
 *
 * @param see for what only reads
 * @param act for what changes orders
 * @param develop for webhooks
 */
public record ApiRights(ApiKeys see, ApiKeys act, ApiKeys develop) {
  /**
   * The keys that the merchant's people made, and one that the operator configured.
   *
   * @param configured may do everything that a developer may
   */
  public static ApiRights of(ProgramKeys keys, ApiKey configured, InstantSource clock) {
    ApiKeys all = ApiKeys.of(name -> key(keys, configured, name), clock);
    return new ApiRights(
        all.permitting(name -> may(keys, configured, name, Right.see)),
        all.permitting(name -> may(keys, configured, name, Right.act)),
        all.permitting(name -> may(keys, configured, name, Right.develop)));
  }

  private static Optional<ApiKey> key(ProgramKeys keys, ApiKey configured, ClientName name) {
    if (name.equals(configured.client())) return Optional.of(configured);
    return keys.live(name.name())
        .map(live -> new ApiKey(name, live.secret(), ApiKey.Scheme.SIGNED));
  }

  private static boolean may(
      ProgramKeys keys, ApiKey configured, ClientName name, Right right) {
    Optional<Role> role =
        name.equals(configured.client())
            ? Optional.of(Role.developer)
            : keys.live(name.name()).map(ProgramKeys.Live::role);
    return role.filter(held -> held.may(right)).isPresent();
  }
}
