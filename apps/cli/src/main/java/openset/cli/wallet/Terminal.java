package openset.cli.wallet;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import openset.pages.Language;
import openset.pages.Words;

/**
 * Where a command speaks and listens: the console, or standard input line by line where that is no
 * console. What is secret is not shown while it is typed.
 */
final class Terminal {
  private final Language language;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Console console;
  private BufferedReader lines;

  /**
   * A terminal that speaks a language.
   *
   * @param out for what was asked for
   * @param err for questions and what goes wrong
   */
  Terminal(Language language, PrintWriter out, PrintWriter err) {
    this.language = language;
    this.out = out;
    this.err = err;
    Console found = System.console();
    this.console = found != null && found.isTerminal() ? found : null;
  }

  Language language() {
    return language;
  }

  String in(Words words) {
    return words.in(language);
  }

  /** Says something that was asked for. */
  void say(Words words) {
    say(in(words));
  }

  void say(String text) {
    out.println(text);
    out.flush();
  }

  /** Says what goes wrong. */
  void complain(Words words) {
    err.println(in(words));
    err.flush();
  }

  /** Asks, and takes one line. */
  String ask(Words question) throws Stopped {
    return console != null ? typed(console.readLine("%s: ", in(question))) : line(question);
  }

  /** Asks for something that nobody may read over a shoulder. */
  char[] askSecret(Words question) throws Stopped {
    if (console == null) return line(question).toCharArray();
    char[] secret = console.readPassword("%s: ", in(question));
    if (secret == null) throw ended();
    return secret;
  }

  /** Asks for yes or no; anything else is no. */
  boolean agrees(Words question) throws Stopped {
    String answer = ask(new Words(question.en() + " [yes/no]", question.zh() + "［是/否］"));
    return answer.strip().toLowerCase(java.util.Locale.ROOT).matches("y|yes|是|好");
  }

  private String line(Words question) throws Stopped {
    err.print(in(question) + ": ");
    err.flush();
    try {
      if (lines == null) {
        lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      }
      String line = typed(lines.readLine());
      err.println();
      return line;
    } catch (IOException e) {
      throw ended();
    }
  }

  private static String typed(String line) throws Stopped {
    if (line == null) throw ended();
    return line.strip();
  }

  private static Stopped ended() {
    return new Stopped("Nothing more was typed; nothing was done.", "没有更多输入，未做任何操作。");
  }
}
