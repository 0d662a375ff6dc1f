package openset.pages.desk;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;
import java.util.Optional;
import openset.http.PageRoute;
import openset.http.page.Cookie;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Link;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.signin.SignIn;
import openset.signin.Step;
import openset.signin.Token;

/** Signing in and out. */
final class Door {
  private static final int QUIET_ZONE = 4;

  private final Guard guard;
  private final SignIn signIn;

  Door(Guard guard) {
    this.guard = guard;
    this.signIn = guard.bureau().staff().signIn();
  }

  List<PageRoute> routes() {
    return List.of(
        PageRoute.get("/office/sign-in", this::ask),
        PageRoute.post("/office/sign-in", this::password),
        PageRoute.get("/office/sign-in/code", this::askCode),
        PageRoute.post("/office/sign-in/code", this::code),
        PageRoute.post("/office/sign-out", this::signOut));
  }

  private View view(Visit visit, Words title, String here) {
    return guard.view(visit, Optional.empty(), title, here);
  }

  private Page ask(Visit visit) {
    if (guard.session(visit).isPresent()) return Page.see("/office");
    return asked(200, visit, Optional.empty(), "");
  }

  private Page asked(int status, Visit visit, Optional<Words> wrong, String name) {
    View view = view(visit, DeskWords.SIGN_IN, "/office/sign-in");
    Words lead = guard.bureau().sign().lead();
    return Page.html(
        status,
        Rendered.text(
            out ->
                JtesigninGenerated.render(
                    out, null, view, lead, wrong.orElse(null), name)));
  }

  private Page password(Visit visit) {
    String name = visit.field("name");
    // Not stripped: spaces may belong to it.
    String password = visit.fields("password").stream().findFirst().orElse("");
    Step step = signIn.password(new SignIn.Typed(name, password, visit.address()));
    return switch (step) {
      case Step.CodeWanted(Token half) -> toCode(half);
      case Step.FactorWanted(Token half) -> toCode(half);
      case Step.Locked(var delay) ->
          asked(429, visit, Optional.of(DeskWords.locked(1 + delay.toSeconds())), name)
              .with("Retry-After", String.valueOf(1 + delay.toSeconds()));
      default -> asked(401, visit, Optional.of(DeskWords.WRONG), name)
          .with("WWW-Authenticate", "Form");
    };
  }

  private static Page toCode(Token half) {
    return Page.see("/office/sign-in/code").keeping(cookie(half));
  }

  private static Cookie cookie(Token token) {
    return Cookie.session(Guard.COOKIE, token.cookie());
  }

  private Page askCode(Visit visit) {
    return askedCode(200, visit, Optional.empty());
  }

  private Page askedCode(int status, Visit visit, Optional<Words> wrong) {
    Optional<Token> half = visit.cookie(Guard.COOKIE).flatMap(Token::shown);
    if (half.isEmpty()) return Page.see("/office/sign-in");
    Optional<SignIn.SetUp> setUp = signIn.setUp(half.get());
    if (setUp.isPresent()) return setUp(status, visit, setUp.get(), wrong);
    View view = view(visit, DeskWords.CODE_TITLE, "/office/sign-in/code");
    return Page.html(
        status,
        Rendered.text(out -> JtecodeGenerated.render(out, null, view, wrong.orElse(null))));
  }

  private Page setUp(int status, Visit visit, SignIn.SetUp setUp, Optional<Words> wrong) {
    View view = view(visit, DeskWords.SET_UP_TITLE, "/office/sign-in/code");
    String secret = setUp.base32();
    String picture = picture(address(setUp.name().text(), secret));
    return Page.html(
        status,
        Rendered.text(
            out ->
                JtesetupGenerated.render(
                    out, null, view, spaced(secret), picture, wrong.orElse(null))));
  }

  /** The address by which authenticator apps take a secret (Key Uri Format). */
  private String address(String name, String secret) {
    String issuer = Link.encoded(guard.bureau().sign().name().en());
    return "otpauth://totp/" + issuer + ":" + Link.encoded(name) + "?secret=" + secret
        + "&issuer=" + issuer;
  }

  private static String spaced(String secret) {
    return String.join(" ", secret.split("(?<=\\G.{4})"));
  }

  /** The path of an SVG of 1 unit a module: squares that are dark. */
  private static String picture(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder().append(code.size + 2 * QUIET_ZONE).append('|');
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE)
              .append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  private Page code(Visit visit) {
    Optional<Token> half = visit.cookie(Guard.COOKIE).flatMap(Token::shown);
    if (half.isEmpty()) return Page.see("/office/sign-in?said=expired");
    return switch (signIn.code(half.get(), visit.field("code"), visit.address())) {
      case Step.Welcome welcome -> welcome(visit, welcome);
      case Step.Locked(var delay) ->
          askedCode(429, visit, Optional.of(DeskWords.locked(1 + delay.toSeconds())));
      case Step.Wrong _ -> askedCode(401, visit, Optional.of(DeskWords.CODE_WRONG));
      default -> Page.see("/office/sign-in?said=expired").keeping(Cookie.gone(Guard.COOKIE));
    };
  }

  private Page welcome(Visit visit, Step.Welcome welcome) {
    if (welcome.recoveryCodes().isEmpty()) {
      return Page.see("/office").keeping(cookie(welcome.token()));
    }
    View view =
        guard.view(visit, welcome.session(), DeskWords.RECOVERY_TITLE, "/office/account");
    return Page.html(
            Rendered.text(
                out -> JterecoveryGenerated.render(out, null, view, welcome.recoveryCodes())))
        .keeping(cookie(welcome.token()));
  }

  private Page signOut(Visit visit) {
    visit.cookie(Guard.COOKIE).flatMap(Token::shown).ifPresent(signIn::signOut);
    return Page.see("/office/sign-in?said=signed-out").keeping(Cookie.gone(Guard.COOKIE));
  }
}
