package openset.pages.desk;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import openset.pages.Link;
import openset.pages.Words;
import openset.pages.desk.View.Notice;
import openset.signin.People;
import openset.signin.Role;
import openset.signin.Role.Right;
import openset.signin.SignIn;

/**
 * An office of a participant's own people, as its frame needs to know it.
 *
 * @param sign how it presents itself
 * @param staff who may come in
 * @param ways its parts, shown to whoever has the right; the first is {@code /office}
 * @param roles that its people may have
 * @param notices what its forms may say on the page they lead to, by a name in the query
 */
public record Bureau(
    Sign sign, Staff staff, List<Way> ways, List<Role> roles, Map<String, Notice> notices) {
  /** The address of its first page. */
  public static final String HOME = "/office";

  /** The roles where no program of one's own is connected. */
  public static final List<Role> NO_PROGRAMS = List.of(Role.owner, Role.staff, Role.reader);

  /** A bureau of copies. */
  public Bureau {
    ways = List.copyOf(ways);
    roles = List.copyOf(roles);
    notices = Map.copyOf(notices);
  }

  /**
   * How an office presents itself.
   *
   * @param name of the participant
   * @param lead for whom it is, said where one signs in
   * @param brand picks its accent of {@code tokens.css}
   * @param mark its sign
   * @param foot links at the end of each page
   */
  public record Sign(Words name, Words lead, String brand, Content mark, List<Link> foot) {
    public Sign {
      foot = List.copyOf(foot);
    }
  }

  /** Who may come in. */
  public record Staff(SignIn signIn, People people) {}

  /**
   * A part of the office.
   *
   * @param href its address, {@code /office} or below
   * @param right who may see it
   */
  public record Way(String href, Words words, Right right) {
    /** A part that everybody of the office sees. */
    public static Way of(String href, Words words) {
      return new Way(href, words, Right.see);
    }

    boolean leadsTo(String here) {
      String path = here.split("[?]", 2)[0];
      return path.equals(href) || path.startsWith(href + "/");
    }
  }
}
