package org.jiceng.stack.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jiceng.stack.data.DataFolder;

/** The page on which one picks whom to be: a button for each role. */
final class LoginPage {
  private LoginPage() {}

  /** Writes the page where the issuer reads it. */
  static Path write(DataFolder data) {
    Path page = data.resolve("login.html");
    try (InputStream template = LoginPage.class.getResourceAsStream("login.html")) {
      String html = new String(template.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(page, html.replace("<!--roles-->", buttons()));
      return page;
    } catch (IOException e) {
      throw data.unwritable(e);
    }
  }

  private static String buttons() {
    return Role.ALL.stream().map(LoginPage::button).collect(Collectors.joining("\n"));
  }

  private static String button(Role role) {
    return """
        <form method="post">
          <input type="hidden" name="username" value="%s">
          <input type="hidden" name="claims" value="%s">
          <button id="%s"><b>%s</b><span>%s</span></button>
        </form>"""
        .formatted(
            role.name(),
            json(role).replace("\"", "&quot;"),
            role.name(),
            role.chinese(),
            role.english());
  }

  private static String json(Role role) {
    try {
      return new ObjectMapper().writeValueAsString(Claims.of(role.name(), Claims.DISTRICT));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
