package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import openset.crypto.SecretBytes;
import openset.signin.Totp;

/** Somebody who works in an office: with a password, and a telephone that shows codes. */
final class Clerk {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int RECOVERY_CODES = 10;

  /** All who ever signed in, so that whoever comes again has the telephone from before. */
  private static final ConcurrentMap<String, Clerk> KNOWN = new ConcurrentHashMap<>();
  private static final Set<String> LOOKED_AT = ConcurrentHashMap.newKeySet();

  private final String origin;
  private final InstantSource clock;
  private final String name;
  private final String password;
  private final List<String> spare = new ArrayList<>();
  private SecretBytes factor;
  private long used;
  private List<Cookie> session = List.of();

  private Clerk(String origin, InstantSource clock, String name, String password) {
    this.origin = origin.replaceFirst("/$", "");
    this.clock = clock;
    this.name = name;
    this.password = password;
  }

  /** Who signs in to the office of an origin under that name, whose server has that clock. */
  static Clerk of(String origin, InstantSource clock, String name, String password) {
    return KNOWN.computeIfAbsent(
        origin + " " + name, _ -> new Clerk(origin, clock, name, password));
  }

  /** The first step alone. */
  void typesPassword(Page page) {
    page.navigate(origin + "/office/sign-in");
    page.locator("#name").fill(name);
    page.locator("#password").fill(password);
    page.locator("main button").click();
  }

  /**
   * Signs in, and sets the second factor up the first time. Who has used up the codes there are for
   * the moment comes with the session from before instead, if that still holds: the next code is
   * half a minute away.
   */
  void signsIn(Guest guest) throws InterruptedException {
    Page page = guest.page();
    if (factor != null && now() <= used && spare.isEmpty() && isStillIn(guest)) return;
    typesPassword(page);
    page.waitForURL("**/office/sign-in/code");
    if (page.locator("#secret").count() > 0) {
      guest.look(page, "office-set-up");
      factor = base32(page.locator("#secret").textContent());
      page.locator("#code").fill(code());
      page.locator("main button").click();
      page.locator(".codes").waitFor();
      spare.addAll(page.locator(".codes code").allInnerTexts());
      assertThat(spare).hasSize(RECOVERY_CODES);
      guest.look(page, "office-recovery");
      page.locator("main a.button").click();
    } else {
      // The same form at each sign-in: one look at each office in each scene is enough.
      if (LOOKED_AT.add(origin + " " + guest.scene())) guest.look(page, "office-code");
      page.locator("#code").fill(code());
      page.locator("main button").click();
    }
    page.waitForURL("**/office");
    session = guest.context().cookies(origin).stream().filter(Clerk::isSession).toList();
  }

  private static boolean isSession(Cookie cookie) {
    return cookie.name.equals("office");
  }

  private boolean isStillIn(Guest guest) {
    guest.context().addCookies(session);
    guest.page().navigate(origin + "/office");
    return guest.page().url().equals(origin + "/office");
  }

  /** A code that was not used yet: of the telephone, or one of those for its loss. */
  private String code() throws InterruptedException {
    if (now() <= used && !spare.isEmpty()) return spare.removeFirst();
    while (now() <= used) Thread.sleep(500);
    used = now();
    return Totp.code(factor, used);
  }

  private long now() {
    return Totp.step(clock.instant());
  }

  private static SecretBytes base32(String text) {
    String letters = text.replace(" ", "");
    byte[] octets = new byte[letters.length() * 5 / 8];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (char letter : letters.toCharArray()) {
      held = held << 5 | BASE32.indexOf(letter);
      bits += 5;
      if (bits >= 8) octets[at++] = (byte) (held >> (bits -= 8));
    }
    return SecretBytes.of(octets);
  }
}
