package openset.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import openset.signin.PeopleRefused.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adding, changing and removing people. */
final class PeopleTest {
  private static final String GOOD = "a password of length";
  private House house;

  @BeforeEach
  void open() throws PeopleRefused {
    house = new House();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Reason refused(ThrowingCallable act) {
    return catchThrowableOfType(PeopleRefused.class, act).reason();
  }

  @Test
  void refusesNamesAndPasswordsThatAreNone() {
    for (String name : new String[] {"", "Ada", "a b", "../x", "ä", "-a", "a".repeat(41)}) {
      assertThat(refused(() -> house.people.add(name, Role.staff, GOOD))).isEqualTo(Reason.badName);
    }
    for (String weak : new String[] {"", "short", "aaaaaaaaaaaaaaaa", "bob is my name!"}) {
      assertThat(refused(() -> house.people.add("bob", Role.staff, weak)))
          .isEqualTo(Reason.weakPassword);
    }
    assertThat(refused(() -> house.people.add("bob", Role.staff, GOOD.repeat(10))))
        .isEqualTo(Reason.weakPassword);
    assertThat(house.people.all()).hasSize(1);
  }

  @Test
  void aNameIsOnePersons() throws PeopleRefused {
    house.people.add("bob", Role.staff, GOOD);
    assertThat(refused(() -> house.people.add("bob", Role.owner, GOOD))).isEqualTo(Reason.taken);
    assertThat(house.people.all()).extracting(Person::role).containsExactly(Role.owner, Role.staff);
  }

  @Test
  void theLastOwnerStays() throws PeopleRefused {
    assertThat(refused(() -> house.people.remove("ada"))).isEqualTo(Reason.lastOwner);
    assertThat(refused(() -> house.people.change("ada", Role.reader)))
        .isEqualTo(Reason.lastOwner);
    house.people.add("bob", Role.owner, GOOD);
    house.people.remove("ada");
    assertThat(refused(() -> house.people.remove("ada"))).isEqualTo(Reason.unknown);
    assertThat(house.people.all()).hasSize(1);
  }

  @Test
  void aPasswordIsTheSameHoweverItsSignsAreWritten() throws PeopleRefused {
    house.people.add("bob", Role.staff, "caf\u00e9 in the morning");
    assertThat(house.password("bob", "cafe\u0301 in the morning"))
        .isInstanceOf(Step.FactorWanted.class);
  }

  @Test
  void everyRoleMayDoWhatTheNextMayAndMore() {
    assertThat(Role.owner.covers(Role.developer)).isTrue();
    assertThat(Role.developer.covers(Role.staff)).isTrue();
    assertThat(Role.staff.covers(Role.reader)).isTrue();
    assertThat(Role.reader.covers(Role.staff)).isFalse();
    assertThat(Role.reader.may(Role.Right.act)).isFalse();
    assertThat(Role.staff.may(Role.Right.develop)).isFalse();
    assertThat(Role.developer.may(Role.Right.people)).isFalse();
  }
}
