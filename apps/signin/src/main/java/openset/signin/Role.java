package openset.signin;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody is to a participant. */
public enum Role {
  /** Everything, people included. */
  owner(Right.see, Right.act, Right.develop, Right.people),
  /** The daily work, and what connects other programs: webhooks and API keys. */
  developer(Right.see, Right.act, Right.develop),
  /** The daily work: shipping, voiding. */
  staff(Right.see, Right.act),
  /** Looks and changes nothing. */
  reader(Right.see);

  /** Something a role may do. */
  public enum Right {
    /** Look at everything but people and keys. */
    see,
    /** Ship, claim, void, order. */
    act,
    /** Make and revoke API keys and webhooks. */
    develop,
    /** Add, change and remove people. */
    people
  }

  private final Set<Right> rights;

  Role(Right first, Right... more) {
    this.rights = EnumSet.of(first, more);
  }

  /** Whether the role may do this. */
  public boolean may(Right right) {
    return rights.contains(right);
  }

  /** Whether this role may do everything that the other may. */
  public boolean covers(Role other) {
    return rights.containsAll(other.rights);
  }

  /** The role of that name. */
  public static Optional<Role> named(String name) {
    return Stream.of(values()).filter(role -> role.name().equals(name)).findFirst();
  }
}
