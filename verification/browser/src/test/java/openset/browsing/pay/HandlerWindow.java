package openset.browsing.pay;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openset.browsing.Guest;

/**
 * The window that the browser opens for a payment handler. Playwright does not show it as a page,
 * so it is driven by the browser's own protocol, through the session of the whole browser.
 */
final class HandlerWindow {
  private static final int PATIENCE = 20_000;
  private static final int LOOK_EVERY = 40;

  private final Guest guest;
  private final CDPSession browser;
  private final String target;
  private final String session;
  private final Map<Integer, JsonObject> answers = new HashMap<>();
  private int asked;

  private HandlerWindow(Guest guest, CDPSession browser, String target) {
    this.guest = guest;
    this.browser = browser;
    this.target = target;
    browser.on("Target.receivedMessageFromTarget", this::heard);
    JsonObject to = new JsonObject();
    to.addProperty("targetId", target);
    to.addProperty("flatten", false);
    this.session = browser.send("Target.attachToTarget", to).get("sessionId").getAsString();
  }

  /** The window of a guest, which opens now. It has the focus, and a passkey that says yes. */
  static HandlerWindow of(Guest guest) {
    CDPSession browser = guest.context().browser().newBrowserCDPSession();
    long until = System.currentTimeMillis() + PATIENCE;
    while (System.currentTimeMillis() < until) {
      for (JsonElement one : targets(browser)) {
        JsonObject info = one.getAsJsonObject();
        boolean page = info.get("type").getAsString().equals("page");
        if (page && info.get("url").getAsString().endsWith("/pay#handler")) {
          return new HandlerWindow(guest, browser, info.get("targetId").getAsString()).ready();
        }
      }
      pause(guest.page());
    }
    throw new AssertionError("no window of a payment handler opened");
  }

  private static List<JsonElement> targets(CDPSession browser) {
    return browser.send("Target.getTargets").getAsJsonArray("targetInfos").asList();
  }

  /** Without the focus, WebAuthn waits for ever. */
  private HandlerWindow ready() {
    send("Emulation.setFocusEmulationEnabled", object("enabled", true));
    send("WebAuthn.enable", new JsonObject());
    JsonObject options = object("protocol", "ctap2");
    options.addProperty("ctap2Version", "ctap2_1");
    options.addProperty("transport", "internal");
    for (String ability :
        List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "hasPrf",
            "automaticPresenceSimulation")) {
      options.addProperty(ability, true);
    }
    JsonObject asking = new JsonObject();
    asking.add("options", options);
    send("WebAuthn.addVirtualAuthenticator", asking);
    return this;
  }

  private static JsonObject object(String name, Object value) {
    JsonObject object = new JsonObject();
    object.add(
        name,
        value instanceof Boolean flag
            ? new JsonPrimitive(flag)
            : new JsonPrimitive(value.toString()));
    return object;
  }

  private void heard(JsonObject event) {
    if (!event.get("sessionId").getAsString().equals(session)) return;
    JsonObject message =
        JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
    if (message.has("id")) answers.put(message.get("id").getAsInt(), message);
  }

  private JsonObject send(String method, JsonObject parameters) {
    JsonObject message = new JsonObject();
    message.addProperty("id", ++asked);
    message.addProperty("method", method);
    message.add("params", parameters);
    JsonObject envelope = object("sessionId", session);
    envelope.addProperty("message", message.toString());
    browser.send("Target.sendMessageToTarget", envelope);
    long until = System.currentTimeMillis() + PATIENCE;
    while (!answers.containsKey(asked)) {
      if (System.currentTimeMillis() > until) throw new AssertionError(method + " has no answer");
      pause(guest.page());
    }
    JsonObject answer = answers.remove(asked);
    if (answer.has("error")) throw new AssertionError(method + ": " + answer.get("error"));
    return answer.getAsJsonObject("result");
  }

  private static void pause(Page page) {
    page.waitForTimeout(LOOK_EVERY);
  }

  /** What an expression gives in the window, run as if a person had touched it. */
  String evaluate(String expression) {
    JsonObject parameters = object("expression", expression);
    parameters.addProperty("awaitPromise", true);
    parameters.addProperty("returnByValue", true);
    parameters.addProperty("userGesture", true);
    JsonObject result = send("Runtime.evaluate", parameters);
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
    }
    JsonElement value = result.getAsJsonObject("result").get("value");
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  /** Waits until an expression is true. */
  HandlerWindow until(String expression) {
    long end = System.currentTimeMillis() + PATIENCE;
    while (!evaluate("String(Boolean(" + expression + "))").equals("true")) {
      if (System.currentTimeMillis() > end) {
        throw new AssertionError(expression + " never held: " + text());
      }
      pause(guest.page());
    }
    return this;
  }

  /** Waits for something to stand there. */
  HandlerWindow shows(String text) {
    return until("document.body.innerText.includes(" + quoted(text) + ")");
  }

  /** Touches a button by what stands on it, or by how it begins. */
  HandlerWindow touches(String name) {
    String found = button(name);
    until(found);
    evaluate(found + ".click()");
    return this;
  }

  /** The same for a button that may close the window, which then answers no more. */
  void leaves(String name) {
    String found = button(name);
    until(found);
    evaluate("void setTimeout(() => " + found + ".click())");
  }

  private static String button(String name) {
    return "[...document.querySelectorAll('button, label.choice')]"
        + ".find((one) => one.innerText.trim().startsWith(" + quoted(name) + "))";
  }

  /** Types into a field by its label. */
  HandlerWindow types(String label, String text) {
    String field =
        "document.getElementById([...document.querySelectorAll('label')]"
            + ".find((one) => one.innerText.startsWith(" + quoted(label) + "))?.htmlFor)";
    until(field);
    evaluate(
        "(() => { const field = " + field + "; field.focus(); field.value = " + quoted(text)
            + "; field.dispatchEvent(new Event('input', { bubbles: true })); })()");
    return this;
  }

  /** Everything that can be read. */
  String text() {
    return evaluate("document.body.innerText");
  }

  /** Whether the browser closed it. */
  boolean isClosed() {
    return targets(browser).stream()
        .noneMatch(
            one -> one.getAsJsonObject().get("targetId").getAsString().equals(target));
  }

  /** Keeps a picture, and finds no fault for people with disabilities. */
  List<String> look(String name) {
    try {
      byte[] picture =
          Base64.getDecoder()
              .decode(
                  send("Page.captureScreenshot", new JsonObject()).get("data").getAsString());
      Path file = Path.of("target", "screenshots", name + "-" + guest.scene() + ".png");
      Files.createDirectories(file.getParent());
      Files.write(file, picture);
      try (InputStream axe = Guest.class.getResourceAsStream("/axe.min.js")) {
        evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; ''");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String faults =
        evaluate(
            "axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a',"
                + " 'wcag21aa', 'wcag22aa', 'best-practice'] } }).then((found) =>"
                + " found.violations.map((one) => one.id + ' ' + one.nodes[0].target).join('; '))");
    return faults.isEmpty() ? List.of() : List.of(faults);
  }

  private static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }
}
