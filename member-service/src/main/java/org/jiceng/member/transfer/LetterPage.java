package org.jiceng.member.transfer;

/** What a phone shows that has scanned a letter. */
final class LetterPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="zh-CN">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>介绍信验真</title>
      <style>
      body { font: 18px/1.7 system-ui, sans-serif; max-width: 32em; margin: 2em auto; padding: 0 1em }
      h1 { font-size: 1.3em } .good { color: #0a6b2d } .bad { color: #b00020 }
      dt { color: #555 } dd { margin: 0 0 .6em }
      </style>
      <h1 class="%s">%s</h1>
      %s
      </html>
      """;

  private static final String FACTS =
      """
      <dl>
      <dt>开具组织 Issued by</dt><dd>%s</dd>
      <dt>开具日期 Issued on</dt><dd>%s</dd>
      <dt>有效期至 Valid until</dt><dd>%s</dd>
      </dl>""";

  private LetterPage() {}

  static String of(LetterCheck check) {
    if (!check.genuine()) {
      return PAGE.formatted("bad", "查无此介绍信 No such letter", "");
    }
    boolean good = check.state() == LetterCheck.LetterState.GOOD;
    String facts = FACTS.formatted(escaped(check.issuer()), check.issuedOn(), check.validUntil());
    return PAGE.formatted(good ? "good" : "bad", headline(check.state()), facts);
  }

  private static String headline(LetterCheck.LetterState state) {
    return switch (state) {
      case GOOD -> "真实有效 Genuine and good";
      case RECEIVED -> "真实，已接收 Genuine, already received";
      case EXPIRED -> "真实，已过期 Genuine, expired";
      case WITHDRAWN -> "真实，已作废 Genuine, withdrawn";
      case REPLACED -> "真实，已换开新信 Genuine, replaced by a newer one";
    };
  }

  private static String escaped(String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }
}
